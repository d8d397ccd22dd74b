using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>Features of a token as the heart of a cue: the word, those around it, and what the sentence has to offer for speaker and content.</summary>
internal static class CueFeatures
{
    public const int Most = 128;
    private const uint Model = 1;

    public static FeatureList Start(Span<uint> room) => new(room, Model);

    /// <summary>Whether the token may be one: a word or a colon or dash.</summary>
    public static bool MayBe(Signs signs, int i) => signs[i].Tag is not (Tag.Comma or Tag.Stop or Tag.OpenBracket or Tag.CloseBracket or Tag.Mark or Tag.OpenQuote or Tag.CloseQuote or Tag.Number or Tag.Time);

    public static void Read(Signs signs, RuleSigns rules, int i, ref FeatureList list)
    {
        Sign at = signs[i], b1 = signs[i - 1], b2 = signs[i - 2], b3 = signs[i - 3], a1 = signs[i + 1], a2 = signs[i + 2], a3 = signs[i + 3];
        uint tag = (uint)at.Tag, tb1 = (uint)b1.Tag, tb2 = (uint)b2.Tag, ta1 = (uint)a1.Tag, ta2 = (uint)a2.Tag, ta3 = (uint)a3.Tag, tb3 = (uint)b3.Tag;
        list.Add(0);
        list.Add(1, at.Word);
        list.Add(2, at.Word, at.Shape);
        list.Add(3, at.Ending);
        list.Add(4, tag, at.Shape);
        list.Add(5, b1.Word);
        list.Add(6, b2.Word);
        list.Add(7, a1.Word);
        list.Add(8, a2.Word);
        list.Add(9, at.Word, b1.Word);
        list.Add(10, at.Word, a1.Word);
        list.Add(11, at.Word, tb1);
        list.Add(12, at.Word, ta1);
        list.Add(13, at.Word, tb1, ta1);
        list.Add(14, tag, tb1, ta1);
        list.Add(15, tb1, tb2, tag);
        list.Add(16, ta1, ta2, tag);
        list.Add(17, at.Ending, tb1, ta1);
        list.Add(18, at.Ending, b1.Word);
        list.Add(19, at.Ending, a1.Word);
        list.Add(20, b1.Word, a1.Word);
        list.Add(21, a1.Word, a2.Word);
        list.Add(22, b1.Word, b2.Word);
        list.Add(23, at.Word, ta1, ta2);
        list.Add(24, at.Word, tb1, tb2);
        list.Add(25, tb1, tb2, tb3);
        list.Add(26, ta1, ta2, ta3);
        list.Add(27, at.Word, a1.Word, a2.Word);
        list.Add(28, at.Word, b1.Word, b2.Word);
        list.Add(29, a3.Word, tag);
        list.Add(30, b3.Word, tag);
        list.Add(31, b1.Ending, tag);
        list.Add(32, a1.Ending, tag);
        int first = i - signs.First, left = signs.End - i;
        list.Add(33, first == 0 ? 0 : first < 3 ? 1u : 2, tag);
        list.Add(34, left < 3 ? 0 : left < 6 ? 1u : 2, tag);
        list.Add(35, at.Word, left < 4 ? 0u : 1u);
        uint title = signs.View.IsTitle ? 1u : 0;
        list.Add(36, title, tag);
        list.Add(37, title, at.Ending);

        // The nearest complementiser, "to" and quotation ahead, and what noun phrase stands behind.
        uint ahead = 0;
        for (int k = i + 1; k < signs.End && k <= i + 8; k++)
        {
            if (signs[k].Tag is Tag.Complementizer or Tag.OpenQuote or Tag.To or Tag.Question or Tag.Stop or Tag.Comma or Tag.Auxiliary or Tag.Saying) { ahead = ((uint)signs[k].Tag * 4) + (uint)Math.Min(3, (k - i) / 2); break; }
        }

        list.Add(38, ahead, tag);
        list.Add(39, ahead, at.Ending);
        list.Add(40, ahead / 4, at.Word);
        uint behind = 0;
        Sign whoever = default;
        for (int k = i - 1; k >= signs.First && k >= i - 8; k--)
        {
            if (signs[k].Tag is Tag.Pronoun or Tag.Self or Tag.Name or Tag.Body or Tag.Place or Tag.People or Tag.CloseQuote or Tag.Relative or Tag.Comma or Tag.Title or Tag.Preposition or Tag.To or Tag.Conjunction or Tag.And)
            {
                behind = ((uint)signs[k].Tag * 4) + (uint)Math.Min(3, (i - k) / 2);
                whoever = signs[k];
                break;
            }
        }

        list.Add(41, behind, tag);
        list.Add(42, behind / 4, at.Word);
        list.Add(43, behind, at.Ending);
        list.Add(44, behind / 4, ahead / 4, tag);
        list.Add(45, at.Shape & Sign.Quoted, tag, tb1);
        list.Add(46, at.Shape & Sign.Quoted, at.Word);
        list.Add(47, Bucket(signs.Verbs(signs.First, i)), Bucket(signs.Verbs(Math.Min(i + 1, signs.End), signs.End)), tag);
        list.Add(48, (uint)signs[signs.First].Tag, tag, first < 10 ? 1u : 0);
        if (rules.CueAt(i) is not 0 and var rule)
        {
            list.Add(49, rule);
            list.Add(50, rule, at.Word);
            list.Add(51, rule, tag);
        }
        else
        {
            list.Add(52, rules.ContentAt(i), tag);
            list.Add(53, rules.ContentAt(i), at.Word);
        }

        list.Add(54, rules.SpeakerAt(i), tag);
        list.Add(55, a1.Word, tag);
        list.Add(56, b1.Word, tag);
        list.Add(57, a1.Word, b1.Word, at.Ending);
        list.Add(58, at.Kind);
        list.Add(59, at.Kind, b1.Coarse);
        list.Add(60, at.Kind, a1.Coarse);
        list.Add(61, at.Coarse, b1.Coarse, a1.Coarse);
        list.Add(62, b1.Kind, a1.Kind);
        list.Add(63, b1.Kind, tag);
        list.Add(64, a1.Kind, tag);
        list.Add(65, b2.Kind, b1.Coarse);
        list.Add(66, a2.Kind, a1.Coarse);
        list.Add(67, at.Kind, b1.Kind);
        list.Add(68, at.Kind, a1.Kind);
        list.Add(69, at.Coarse, a1.Coarse, a2.Coarse);
        list.Add(70, at.Coarse, b1.Coarse, b2.Coarse);
        list.Add(71, a2.Kind, tag);
        list.Add(72, b2.Kind, tag);
        list.Add(73, at.Word, b1.Coarse, a1.Coarse);
        list.Add(74, at.Kind, b1.Word);
        list.Add(75, at.Kind, a1.Word);
        list.Add(76, at.Stem);
        list.Add(77, at.Stem, tag);
        list.Add(78, at.Stem, tb1, ta1);
        list.Add(79, at.Stem, b1.Coarse, a1.Coarse);
        list.Add(80, at.Stem, behind / 4, ahead / 4);
        list.Add(81, at.Stem, b1.Word);
        list.Add(82, at.Stem, a1.Word);
        list.Add(83, at.Stem, title);
        list.Add(84, whoever.Word, at.Kind);
        list.Add(85, whoever.Kind, at.Stem);
        list.Add(86, whoever.Word, behind, ahead / 4);
        list.Add(87, at.Kind, behind / 4, ahead / 4);
        list.Add(88, b1.Stem, tag);
        list.Add(89, a1.Stem, tag);
        list.Add(90, a2.Stem, at.Kind);
        list.Add(91, signs.Setting, tag);
        list.Add(92, signs.Setting, at.Kind);
        list.Add(93, signs.Setting, at.Stem);
    }

    private static uint Bucket(int n) => (uint)Math.Min(n, 4);
}
