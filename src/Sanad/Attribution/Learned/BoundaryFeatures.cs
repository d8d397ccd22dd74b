using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>The questions asked of a sentence once a cue is known, in their order; each is answered by a boundary between two tokens, or by "none".</summary>
internal enum Question : uint
{
    SourceStart = 2, SourceEnd, LeftEnd, LeftStart, RightStart, RightEnd,
}

/// <summary>What has been answered so far: the cue, the source and the pieces of content; -1 where not asked yet or none.</summary>
internal struct Answers(int cue)
{
    public int Cue { get; } = cue;

    public int SourceStart { get; set; } = -1;

    public int SourceEnd { get; set; } = -1;

    public int LeftStart { get; set; } = -1;

    public int LeftEnd { get; set; } = -1;

    public int RightStart { get; set; } = -1;

    public int RightEnd { get; set; } = -1;

    public readonly int Of(Question question) => question switch
    {
        Question.SourceStart => SourceStart, Question.SourceEnd => SourceEnd, Question.LeftEnd => LeftEnd, Question.LeftStart => LeftStart, Question.RightStart => RightStart, _ => RightEnd,
    };

    public void Set(Question question, int boundary)
    {
        switch (question)
        {
            case Question.SourceStart: SourceStart = boundary; break;
            case Question.SourceEnd: SourceEnd = boundary; break;
            case Question.LeftEnd: LeftEnd = boundary; break;
            case Question.LeftStart: LeftStart = boundary; break;
            case Question.RightStart: RightStart = boundary; break;
            default: RightEnd = boundary; break;
        }
    }

    /// <summary>Whether the question is to be asked: an end only where there is a start.</summary>
    public readonly bool Asks(Question question) => question switch
    {
        Question.SourceEnd => SourceStart >= 0, Question.LeftStart => LeftEnd >= 0, Question.RightEnd => RightStart >= 0, _ => true,
    };
}

/// <summary>Features of a boundary as the answer to a <see cref="Question"/>.</summary>
internal static class BoundaryFeatures
{
    public const int Most = 128;

    /// <summary>How far from the cue a boundary is looked for, in tokens.</summary>
    private const int Reach = 60, NearReach = 30;

    /// <summary>The boundaries among which the answer is looked for; -1 stands for none.</summary>
    public static void Candidates(Signs signs, Question question, in Answers known, List<int> boundaries)
    {
        boundaries.Clear();
        int cue = known.Cue;
        switch (question)
        {
            case Question.SourceStart:
                boundaries.Add(-1);
                for (int i = Math.Max(signs.First, cue - Reach); i < Math.Min(signs.End, cue + NearReach); i++)
                {
                    if (signs[i].Tag is not (Tag.Comma or Tag.Stop or Tag.Colon or Tag.CloseBracket or Tag.CloseQuote or Tag.InName or Tag.Auxiliary or Tag.Complementizer)) boundaries.Add(i);
                }

                break;
            case Question.SourceEnd:
                for (int i = known.SourceStart + 1; i <= Math.Min(signs.End, known.SourceStart + NearReach) && (i <= cue || known.SourceStart >= cue); i++) boundaries.Add(i);
                break;
            case Question.LeftEnd:
                boundaries.Add(-1);
                for (int i = Math.Max(signs.First + 1, cue - Reach); i <= cue; i++) boundaries.Add(i);
                break;
            case Question.LeftStart:
                for (int i = signs.First; i < known.LeftEnd; i++) boundaries.Add(i);
                break;
            case Question.RightStart:
                if (known.LeftEnd >= 0) boundaries.Add(-1);
                for (int i = cue + 1; i < Math.Min(signs.End, cue + NearReach); i++)
                {
                    if (signs[i].Tag is not (Tag.Comma or Tag.Stop or Tag.CloseBracket or Tag.CloseQuote)) boundaries.Add(i);
                }

                if (boundaries.Count == 0) boundaries.Add(-1);
                break;
            default:
                for (int i = known.RightStart + 1; i <= signs.End; i++) boundaries.Add(i);
                break;
        }
    }

    public static void Read(Signs signs, RuleSigns rules, Question question, in Answers known, int b, ref FeatureList list)
    {
        int cue = known.Cue;
        Sign heart = signs[cue];
        uint ct = (uint)heart.Tag;
        if (b < 0)
        {
            ReadNone(signs, rules, question, known, ref list);
            return;
        }

        Sign a0 = signs[b], a1 = signs[b + 1], b1 = signs[b - 1], b2 = signs[b - 2];
        uint t0 = (uint)a0.Tag, t1 = (uint)a1.Tag, u1 = (uint)b1.Tag, u2 = (uint)b2.Tag;
        int anchor = question switch { Question.SourceEnd => known.SourceStart, Question.LeftStart => known.LeftEnd, Question.RightEnd => known.RightStart, _ => cue };
        uint side = b <= cue ? 1u : 0;
        uint far = (Distance(b - anchor) * 2) + side;
        int commas = Math.Min(signs.Commas(b, anchor), 3), verbs = Math.Min(signs.Verbs(b, anchor), 3), heads = Math.Min(signs.Heads(b, anchor), 3);
        uint gone = (uint)((commas * 16) + (verbs * 4) + heads);
        list.Add(0, far);
        list.Add(1, a0.Word, side);
        list.Add(2, b1.Word, side);
        list.Add(3, t0, u1, side);
        list.Add(4, t0, t1, u1);
        list.Add(5, t0, u1, u2);
        list.Add(6, a0.Word, b1.Word);
        list.Add(7, a1.Word, t0);
        list.Add(8, b2.Word, u1);
        list.Add(9, t0, far);
        list.Add(10, u1, far);
        list.Add(11, t0, u1, far);
        list.Add(12, gone, side);
        list.Add(13, gone, t0, u1);
        list.Add(14, (uint)commas, far);
        list.Add(15, heart.Word, far);
        list.Add(16, heart.Word, t0, side);
        list.Add(17, heart.Word, u1, side);
        list.Add(18, heart.Word, a0.Word);
        list.Add(19, heart.Ending, t0, side);
        list.Add(20, ct, t0, side);
        list.Add(21, ct, far);
        list.Add(22, a0.Ending, u1);
        list.Add(23, b1.Ending, t0);
        list.Add(24, a0.Shape, b1.Shape, t0);
        list.Add(25, (uint)heads, t0, side);
        list.Add(26, (uint)verbs, t0, side);
        uint edge = b == signs.First ? 1u : b == signs.End ? 2u : b == signs.End - 1 ? 3u : b == cue ? 4u : b == cue + 1 ? 5u : 0;
        list.Add(27, edge, side);
        list.Add(28, edge, u1, heart.Word);
        list.Add(29, edge, gone);
        uint marks = rules.ContentAt(b) | (rules.ContentAt(b - 1) << 3);
        uint rule = rules.CueAt(cue);
        list.Add(30, marks, rule);
        list.Add(31, marks, rule, t0);
        list.Add(32, rules.SpeakerAt(b) | (rules.SpeakerAt(b - 1) << 1), rule, side);
        list.Add(33, (heart.Shape ^ a0.Shape) & Sign.Quoted, (heart.Shape ^ b1.Shape) & Sign.Quoted, side);
        list.Add(34, gone, heart.Word);
        list.Add(35, gone, heart.Ending);
        list.Add(36, (uint)signs[cue - 1].Tag, t0, far);
        list.Add(37, (uint)signs[cue + 1].Tag, t0, far);
        list.Add(38, signs[cue + 1].Word, far);
        list.Add(39, signs[cue - 1].Word, far);
        list.Add(81, a0.Kind, side);
        list.Add(82, b1.Kind, side);
        list.Add(83, a0.Coarse, b1.Coarse, side);
        list.Add(84, a0.Coarse, a1.Coarse, b1.Coarse);
        list.Add(85, a0.Coarse, b1.Coarse, signs[b - 2].Coarse);
        list.Add(86, heart.Kind, t0, side);
        list.Add(87, heart.Kind, far);
        list.Add(88, heart.Kind, u1, side);
        list.Add(89, a0.Coarse, b1.Coarse, far);
        list.Add(90, heart.Coarse, a0.Coarse, b1.Coarse);
        list.Add(91, gone, a0.Coarse, b1.Coarse);
        list.Add(92, a0.Kind, b1.Kind);
        list.Add(98, heart.Stem, far);
        list.Add(99, heart.Stem, t0, side);
        list.Add(100, heart.Stem, u1, side);
        list.Add(101, heart.Stem, a0.Word);
        list.Add(102, heart.Stem, b1.Word);
        list.Add(103, heart.Stem, gone);
        Sign a2 = signs[b + 2];
        uint t2 = (uint)a2.Tag;
        list.Add(107, a0.Word, a1.Word);
        list.Add(108, a0.Word, t1, t2);
        list.Add(109, a0.Coarse, a1.Coarse, a2.Coarse);
        list.Add(110, t0, t1, t2);
        list.Add(111, a0.Word, t1, far);
        list.Add(112, a0.Word, a1.Kind);
        list.Add(113, a0.Word, heart.Kind, side);
        list.Add(114, a0.Word, u1, gone);
        if (question is Question.SourceStart)
        {
            list.Add(40, signs.BeginsNounAt(b) ? 1u : 0, (uint)heads, side);
            list.Add(41, signs.BeginsNounAt(b) ? 1u : 0, gone, side);
            list.Add(42, u1, heart.Word, (uint)heads);
            list.Add(43, heart.Ending, u1, far);
        }

        if (question is Question.SourceEnd or Question.RightEnd or Question.LeftStart)
        {
            Sign start = signs[anchor], before = signs[anchor - 1];
            list.Add(44, (uint)start.Tag, t0, u1);
            list.Add(45, start.Word, t0, u1);
            list.Add(46, (uint)start.Tag, far);
            list.Add(47, (uint)before.Tag, t0, u1);
            list.Add(48, (uint)start.Tag, edge, gone);
            list.Add(49, start.Word, a0.Word);
            bool opens = start.Tag == Tag.OpenQuote, closes = b1.Tag == Tag.CloseQuote || signs[b - 2].Tag == Tag.CloseQuote;
            list.Add(50, (opens ? 1u : 0) | (closes ? 2u : 0), u1, edge);
            list.Add(51, start.Word, far);
        }

        if (question is Question.LeftEnd or Question.LeftStart or Question.RightStart or Question.RightEnd)
        {
            uint place = known.SourceStart < 0 ? 0 : b == known.SourceStart ? 1u : b == known.SourceEnd ? 2u : b < known.SourceStart ? 3u : b > known.SourceEnd ? 4u : 5u;
            list.Add(52, place, side);
            list.Add(53, place, t0, u1);
            list.Add(54, place, far);
            list.Add(55, place, heart.Word);
            list.Add(56, place, gone, u1);
            uint order = known.SourceStart < 0 ? 0 : known.SourceStart < cue ? 1u : 2;
            uint left = known.LeftEnd >= 0 ? 4u : 0;
            list.Add(57, order | left, place, u1);
            list.Add(58, order | left, edge, t0);
            list.Add(59, order | left, far);
        }
    }

    private static void ReadNone(Signs signs, RuleSigns rules, Question question, in Answers known, ref FeatureList list)
    {
        int cue = known.Cue;
        Sign heart = signs[cue];
        uint b1 = (uint)signs[cue - 1].Tag, b2 = (uint)signs[cue - 2].Tag, a1 = (uint)signs[cue + 1].Tag, a2 = (uint)signs[cue + 2].Tag;
        uint order = known.SourceStart < 0 ? 0 : known.SourceStart < cue ? 1u : 2;
        uint left = known.LeftEnd >= 0 ? 4u : 0;
        uint state = order | left;
        list.Add(60, state);
        list.Add(61, heart.Word, state);
        list.Add(62, heart.Ending, state);
        list.Add(63, (uint)heart.Tag, state);
        list.Add(64, b1, a1, state);
        list.Add(65, b1, b2, state);
        list.Add(66, a1, a2, state);
        list.Add(67, heart.Word, b1, state);
        list.Add(68, heart.Word, a1, state);
        list.Add(69, signs[cue + 1].Word, state);
        list.Add(70, signs[cue - 1].Word, state);
        list.Add(71, rules.CueAt(cue), state);
        list.Add(72, (uint)Math.Min(signs.End - cue, 6), state);
        list.Add(73, (uint)Math.Min(cue - signs.First, 6), state);
        list.Add(74, signs.View.IsTitle ? 1u : 0, state);
        list.Add(75, heart.Shape & Sign.Quoted, state);
        int after = known.SourceEnd > cue ? known.SourceEnd : cue + 1;
        list.Add(76, (uint)signs[after].Tag, (uint)signs[after + 1].Tag, state);
        list.Add(77, (uint)signs[after].Tag, heart.Word, state);
        list.Add(78, signs[after].Word, (uint)signs[after + 1].Tag, state);
        uint quote = 0;
        for (int k = cue + 1; k < signs.End && k < cue + 12; k++)
        {
            if (signs[k].Tag == Tag.OpenQuote) { quote = 1; break; }
        }

        list.Add(93, heart.Kind, state);
        list.Add(104, heart.Stem, state);
        list.Add(105, heart.Stem, a1, state);
        list.Add(106, heart.Stem, b1, state);
        list.Add(94, heart.Kind, signs[cue - 1].Coarse, state);
        list.Add(95, heart.Kind, signs[cue + 1].Coarse, state);
        list.Add(96, signs[cue - 1].Coarse, signs[cue + 1].Coarse, state);
        list.Add(97, signs[after].Coarse, signs[after + 1].Coarse, state);
        list.Add(79, quote, state, (uint)signs[after].Tag);
        if (known.SourceStart >= 0 && known.SourceStart < cue) list.Add(80, (uint)signs[known.SourceStart - 1].Tag, (uint)signs[cue + 1].Tag, state);
    }

    private static uint Distance(int d)
    {
        d = Math.Abs(d);
        return (uint)(d <= 5 ? d : d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : d <= 22 ? 9 : d <= 32 ? 10 : 11);
    }
}
