using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>Features of a whole proposal beside the others of its sentence: is it an attribution, and are its words the right ones?</summary>
internal static class VerdictFeatures
{
    public const int Most = 128;
    private const uint Model = 9;

    public static FeatureList Start(Span<uint> room) => new(room, Model);

    public static void Read(Signs signs, RuleSigns rules, List<Proposal> proposals, int at, ref FeatureList list)
    {
        Proposal proposal = proposals[at];
        int cue = proposal.Cue;
        Sign heart = signs[cue];
        uint tag = (uint)heart.Tag;
        uint odds = Level(proposal.Heart), content = Share(proposal.Content), source = Share(proposal.Source);
        TokenRange left = proposal.Left, right = proposal.Right, by = proposal.SourceRange;
        uint shape = (left.IsEmpty ? 0 : 1u) | (right.IsEmpty ? 0 : 2u) | (by.IsEmpty ? 0 : by.First < cue ? 4u : 8u);
        list.Add(0);
        list.Add(1, odds);
        list.Add(2, odds, content);
        list.Add(3, content);
        list.Add(4, source);
        list.Add(5, odds, source, shape);
        list.Add(6, shape);
        list.Add(7, heart.Word);
        list.Add(8, heart.Word, odds);
        list.Add(9, heart.Kind, shape);
        list.Add(10, heart.Kind, odds);
        list.Add(11, heart.Word, shape);
        list.Add(12, tag, shape, odds);
        uint length = Size(proposal.Length);
        list.Add(13, length, odds);
        list.Add(14, length, heart.Word);
        list.Add(15, length, heart.Kind);
        TokenRange main = right.IsEmpty ? left : right;
        Sign first = signs[main.First], second = signs[main.First + 1], last = signs[main.End - 1], behind = signs[main.End];
        list.Add(16, first.Word, heart.Word);
        list.Add(17, first.Word, heart.Kind);
        list.Add(18, first.Word, shape);
        list.Add(19, (uint)first.Tag, heart.Word);
        list.Add(20, (uint)first.Tag, (uint)second.Tag, shape);
        list.Add(21, first.Coarse, second.Coarse, heart.Coarse);
        list.Add(22, (uint)last.Tag, (uint)behind.Tag, shape);
        list.Add(23, behind.Word, shape);
        list.Add(24, (uint)Math.Min(main.First - cue, 8) + 100, heart.Coarse);
        if (!by.IsEmpty)
        {
            Sign from = signs[by.First], to = signs[by.End - 1], before = signs[by.First - 1];
            list.Add(25, from.Word, shape);
            list.Add(26, to.Word, shape);
            list.Add(27, to.Kind, heart.Kind);
            list.Add(28, to.Word, heart.Word);
            list.Add(29, (uint)from.Tag, (uint)to.Tag, shape);
            list.Add(30, (uint)from.Tag, (uint)to.Tag, heart.Word);
            list.Add(31, (uint)before.Tag, (uint)from.Tag, shape);
            list.Add(32, (uint)Math.Clamp(cue - by.End, -3, 6) + 100, (uint)signs.Verbs(Math.Min(cue, by.First), Math.Max(cue, by.First)));
            list.Add(33, from.Kind, heart.Coarse);
            list.Add(34, to.Coarse, heart.Kind);
            list.Add(35, Size(by.End - by.First), odds);
            list.Add(36, to.Kind, shape, odds);
        }

        uint around = 0, inside = 0, same = 0, holds = 0, strongest = 0, sameSource = 0;
        for (int i = 0; i < proposals.Count; i++)
        {
            if (i == at) continue;
            Proposal other = proposals[i];
            uint level = Level(other.Heart);
            strongest = Math.Max(strongest, level);
            if (other.Holds(cue)) around = Math.Max(around, level);
            else if (proposal.Holds(other.Cue)) holds = Math.Max(holds, level);
            int shared = proposal.Shared(other);
            if (2 * shared >= proposal.Length) inside = Math.Max(inside, level);
            if (4 * shared >= proposal.Length + other.Length) same = Math.Max(same, level);
            if (!by.IsEmpty && other.SourceRange.First == by.First) sameSource = Math.Max(sameSource, level);
        }

        list.Add(37, around, odds);
        list.Add(38, inside, odds);
        list.Add(39, same, odds);
        list.Add(40, holds, odds);
        list.Add(41, sameSource, odds);
        list.Add(42, strongest, odds);
        list.Add(43, same > odds ? 2u : same == 0 ? 0u : 1u, heart.Word);
        list.Add(44, around, heart.Kind);
        list.Add(45, same, inside, around);
        uint rule = rules.CueAt(cue);
        list.Add(46, rule, odds);
        list.Add(47, rule, content);
        list.Add(48, rule, heart.Word);
        list.Add(49, rule, rules.ContentAt(main.First), rules.ContentAt(main.End));
        list.Add(50, rules.ContentAt(cue), rule, odds);
        list.Add(51, heart.Shape & Sign.Quoted, odds);
        list.Add(52, heart.Shape & Sign.Quoted, (uint)first.Tag, heart.Coarse);
        list.Add(53, signs.View.IsTitle ? 1u : 0, odds);
        list.Add(54, signs.View.IsTitle ? 1u : 0, heart.Coarse);
        list.Add(55, signs[cue - 1].Word, odds);
        list.Add(56, signs[cue + 1].Word, odds);
        list.Add(57, (uint)signs.Verbs(main.First, main.End), heart.Coarse, shape);
        list.Add(58, signs[cue - 1].Coarse, heart.Kind);
        list.Add(59, signs[cue - 1].Kind, tag);
        list.Add(60, signs[cue - 1].Coarse, signs[cue - 2].Coarse, heart.Coarse);
        bool quoted = first.Tag == Tag.OpenQuote;
        list.Add(61, quoted ? 1u : 0, shape, odds);
        list.Add(62, quoted ? 1u : 0, heart.Word);
        list.Add(63, heart.Stem);
        list.Add(64, heart.Stem, odds);
        list.Add(65, heart.Stem, shape);
        list.Add(66, heart.Stem, first.Word);
        list.Add(67, heart.Stem, (uint)first.Tag, shape);
        list.Add(68, first.Stem, odds);
        list.Add(69, (uint)last.Tag, last.Kind, odds);
        list.Add(70, first.Kind, second.Kind, shape);
        list.Add(71, (uint)Math.Min(proposals.Count, 7), odds);
        list.Add(72, content, source, odds);
        list.Add(75, signs.Setting, odds);
        list.Add(76, signs.Setting, shape, heart.Kind);
        list.Add(77, signs.Setting, heart.Stem);
        if (!by.IsEmpty)
        {
            list.Add(73, signs[by.End - 1].Kind, heart.Stem);
            list.Add(74, signs[by.End - 1].Word, (uint)first.Tag, shape);
        }
    }

    private static uint Level(float odds) => (uint)Math.Clamp((int)MathF.Round(odds + 5), 1, 12);

    private static uint Share(float chance) => (uint)Math.Clamp((int)(chance * 8), 0, 7);

    private static uint Size(int length) => (uint)(length <= 4 ? length : length <= 7 ? 5 : length <= 12 ? 6 : length <= 20 ? 7 : length <= 35 ? 8 : 9);
}
