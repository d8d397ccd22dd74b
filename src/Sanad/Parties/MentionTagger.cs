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
/// Tells names of persons, bodies and places by learned weights: for each token a softmax over <see cref="NameLabel"/> that sees the label before,
/// and the likeliest labels of the sentence together (a maximum-entropy Markov model, McCallum et al. 2000).
/// </summary>
internal sealed class MentionTagger(HashedWeights weights)
{
    public const int Labels = 7;

    /// <summary>Log odds by which a path that lags behind the best is given up.</summary>
    private const float Unlikely = 4;

    /// <summary>Log odds beyond which a label adds nothing to the sum of all.</summary>
    private const float Negligible = 8;

    /// <summary>Number of the template that holds the label before.</summary>
    private const uint Before = 100;

    public void Read(Document document, MentionFeatures features, List<TaggedName> found)
    {
        Span<uint> room = stackalloc uint[MentionFeatures.Most];
        Span<float> scores = stackalloc float[Labels], next = stackalloc float[Labels], local = stackalloc float[Labels], sums = stackalloc float[Labels];
        foreach (Sentence sentence in document.Sentences)
        {
            var paths = new byte[(sentence.End - sentence.First) * Labels];
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
                uint word = FeatureList.Of(document.WordAt(i)), looks = LooksOf(document.Tokens[i]);
                next.Fill(float.NegativeInfinity);
                float floor = scores[Best(scores)] - Unlikely;
                for (int before = 0; before < Labels; before++)
                {
                    if (scores[before] < floor) continue;
                    sums.CopyTo(local);
                    list.Clear();
                    AddBefore(before, word, looks, ref list);
                    weights.Add(list.Hashes, local);
                    float total = 0, top = float.NegativeInfinity;
                    for (int label = 0; label < Labels; label++)
                    {
                        if (Follows(before, label)) top = Math.Max(top, local[label]);
                    }

                    for (int label = 0; label < Labels; label++)
                    {
                        if (Follows(before, label) && top - local[label] < Negligible) total += MathF.Exp(local[label] - top);
                    }

                    float rest = scores[before] - top - MathF.Log(total);
                    for (int label = 0; label < Labels; label++)
                    {
                        if (!Follows(before, label) || local[label] + rest <= next[label]) continue;
                        next[label] = local[label] + rest;
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
        bool common = false;
        foreach (Hit hit in document.HitsAt(i))
        {
            if (hit.Kind is LexKind.Place or LexKind.Body or LexKind.BodyWord) return false;
            common |= hit.Kind is LexKind.Grammar or LexKind.Calendar or LexKind.Title or LexKind.Reporting or LexKind.People or LexKind.Pronoun;
        }

        return common;
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

    public static bool Follows(int before, int label) => (NameLabel)label is not (NameLabel.InPerson or NameLabel.InBody or NameLabel.InPlace) || before == label || before == label - 1;

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
