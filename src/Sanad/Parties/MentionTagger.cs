using Sanad.Language;

namespace Sanad.Parties;

/// <summary>What a token is of a name; <c>In…</c> goes on with the one before.</summary>
internal enum NameLabel
{
    None, Person, InPerson, Body, InBody, Place, InPlace,
}

/// <summary>A stretch of tokens that names somebody or something.</summary>
internal readonly record struct TaggedName(int First, int End, MentionKind Kind);

/// <summary>
/// Tells names of persons, bodies and places by learned weights: the likeliest <see cref="NameLabel"/>s of a sentence together, each of which sees the
/// one before (a conditional random field, Lafferty et al. 2001).
/// </summary>
internal sealed class MentionTagger(WeightRows weights)
{
    public const int Labels = 7;

    /// <summary>What a path may lag behind the best, in log odds, before it is given up.</summary>
    private const float Unlikely = 5;

    /// <summary>Number of the template that holds the label before.</summary>
    private const uint Before = 100;

    public void Read(Document document, MentionFeatures features, List<TaggedName> found)
    {
        Span<uint> room = stackalloc uint[MentionFeatures.Most];
        Span<float> scores = stackalloc float[Labels], next = stackalloc float[Labels], local = stackalloc float[HashedWeights.Labels], sums = stackalloc float[HashedWeights.Labels];
        byte[] paths = [];
        foreach (Sentence sentence in document.Sentences)
        {
            if (paths.Length < (sentence.End - sentence.First) * Labels) paths = new byte[2 * (sentence.End - sentence.First) * Labels];
            scores.Fill(float.NegativeInfinity);
            scores[0] = 0;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                int row = (i - sentence.First) * Labels;
                if (!MayName(document, i, scores))
                {
                    // Nothing named here: whatever was best ends.
                    int ended = Best(scores);
                    float most = scores[ended];
                    scores.Fill(float.NegativeInfinity);
                    scores[0] = most;
                    paths[row] = (byte)ended;
                    continue;
                }

                var list = MentionFeatures.Start(room);
                features.Read(i, sentence.First, sentence.End, ref list);
                sums.Clear();
                weights.Add(list.Hashes, sums);
                uint word = document.HashAt(i), looks = LooksOf(document.Tokens[i]);
                next.Fill(float.NegativeInfinity);
                float floor = scores[Best(scores)] - Unlikely;
                for (int before = 0; before < Labels; before++)
                {
                    if (scores[before] < floor) continue;
                    sums.CopyTo(local);
                    list.Clear();
                    AddBefore(before, word, looks, ref list);
                    weights.Add(list.Hashes, local);
                    for (int label = 0; label < Labels; label++)
                    {
                        if (!Follows(before, label) || local[label] + scores[before] <= next[label]) continue;
                        next[label] = local[label] + scores[before];
                        paths[row + label] = (byte)before;
                    }
                }

                next.CopyTo(scores);
            }

            Collect(document, sentence, paths, Best(scores), found);
        }
    }

    /// <summary>Whether the token may be of a name: a capital, or what stands inside a name that has begun.</summary>
    public static bool MayName(Document document, int i, bool inside) =>
        (document.Tokens[i].IsCapital && !IsCommon(document, i)) || (inside && i + 1 < document.Tokens.Length && (document.Tokens[i].IsGlued || document.IsMark(i, '(') || document.Tokens[i].Kind is TokenKind.Number || document.Tokens[i + 1].IsCapital));

    /// <summary>A capital by itself on a word that the lists know as no name: the head of a sentence, a weekday, a title.</summary>
    private static bool IsCommon(Document document, int i)
    {
        if (document.Tokens[i].IsAllCaps || (i > 0 && document.Tokens[i - 1].IsCapital) || (i + 1 < document.Tokens.Length && document.Tokens[i + 1].IsCapital)) return false;
        if (document.Has(i, LexKind.Place) || document.Has(i, LexKind.Body) || document.Has(i, LexKind.BodyWord)) return false;
        return document.Has(i, LexKind.Grammar) || document.Has(i, LexKind.Calendar) || document.Has(i, LexKind.Title) || document.Has(i, LexKind.Reporting) || document.Has(i, LexKind.People) || document.Has(i, LexKind.Pronoun);
    }

    /// <summary>The features that the label before adds.</summary>
    /// <param name="word">Hash of the token's word.</param>
    /// <param name="looks">From <see cref="LooksOf"/>.</param>
    public static void AddBefore(int before, uint word, uint looks, ref FeatureList list)
    {
        list.Add(Before, (uint)before);
        list.Add(Before + 1, (uint)before, word);
        list.Add(Before + 2, (uint)before, looks);
    }

    /// <summary>Kind and capitals of a token.</summary>
    public static uint LooksOf(Token token) => (token.IsCapital ? 1u : 0) + (token.IsAllCaps ? 2u : 0) + ((uint)token.Kind * 4);

    /// <summary>Whether the label may stand behind the other: what goes on needs what it goes on with.</summary>
    public static bool Follows(int before, int label) => label == 0 || (label & 1) != 0 || before == label || before == label - 1;

    private static bool MayName(Document document, int i, ReadOnlySpan<float> scores)
    {
        bool inside = false;
        for (int label = 1; label < Labels; label++) inside |= !float.IsNegativeInfinity(scores[label]);
        return MayName(document, i, inside);
    }

    private static void Collect(Document document, Sentence sentence, byte[] paths, int label, List<TaggedName> found)
    {
        int from = found.Count, end = -1;
        for (int i = sentence.End - 1; i >= sentence.First; i--)
        {
            if (label != 0 && end < 0) end = i + 1;
            if ((NameLabel)label is NameLabel.Person or NameLabel.Body or NameLabel.Place)
            {
                MentionKind kind = (NameLabel)label switch { NameLabel.Person => MentionKind.Person, NameLabel.Body => MentionKind.Body, _ => MentionKind.Place };
                found.Add(new TaggedName(i, EndOf(document, i, end), kind));
                end = -1;
            }

            label = paths[((i - sentence.First) * Labels) + label];
        }

        found.Reverse(from, found.Count - from);
    }

    /// <summary>A bracket that closes what the name does not open is none of it.</summary>
    private static int EndOf(Document document, int first, int end)
    {
        if (end - first < 2 || !document.IsMark(end - 1, ')')) return end;
        for (int i = first; i < end; i++)
        {
            if (document.IsMark(i, '(')) return end;
        }

        return end - 1;
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int label = 1; label < Labels; label++)
        {
            if (scores[label] > scores[best]) best = label;
        }

        return best;
    }
}
