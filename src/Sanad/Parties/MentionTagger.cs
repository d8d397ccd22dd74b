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
                next.Fill(float.NegativeInfinity);
                for (int before = 0; before < Labels; before++)
                {
                    if (float.IsNegativeInfinity(scores[before])) continue;
                    sums.CopyTo(local);
                    list.Clear();
                    AddBefore(document, i, before, ref list);
                    weights.Add(list.Hashes, local);
                    float total = 0, top = float.NegativeInfinity;
                    for (int label = 0; label < Labels; label++)
                    {
                        if (Follows(before, label)) top = Math.Max(top, local[label]);
                    }

                    for (int label = 0; label < Labels; label++)
                    {
                        if (Follows(before, label)) total += MathF.Exp(local[label] - top);
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

            Collect(sentence, paths, Best(scores), found);
        }
    }

    /// <summary>Whether the token may be of a name: a capital, or what stands inside a name that has begun.</summary>
    public static bool MayName(Document document, int i, bool inside) =>
        document.Tokens[i].IsCapital || (inside && i + 1 < document.Tokens.Length && (document.Tokens[i].IsGlued || document.IsMark(i, '(') || document.Tokens[i].Kind is TokenKind.Number || document.Tokens[i + 1].IsCapital));

    /// <summary>The features that the label before adds.</summary>
    public static void AddBefore(Document document, int i, int before, ref FeatureList list)
    {
        list.Add(Before, (uint)before);
        list.Add(Before + 1, (uint)before, FeatureList.Of(document.WordAt(i)));
        list.Add(Before + 2, (uint)before, (document.Tokens[i].IsCapital ? 1u : 0) + (document.Tokens[i].IsAllCaps ? 2u : 0) + ((uint)document.Tokens[i].Kind * 4));
    }

    public static bool Follows(int before, int label) => (NameLabel)label is not (NameLabel.InPerson or NameLabel.InBody or NameLabel.InPlace) || before == label || before == label - 1;

    private static bool MayName(Document document, int i, ReadOnlySpan<float> scores)
    {
        bool inside = false;
        for (int label = 1; label < Labels; label++) inside |= !float.IsNegativeInfinity(scores[label]);
        return MayName(document, i, inside);
    }

    private static void Collect(Sentence sentence, byte[] paths, int label, List<TaggedName> found)
    {
        int from = found.Count, end = -1;
        for (int i = sentence.End - 1; i >= sentence.First; i--)
        {
            if (label != 0 && end < 0) end = i + 1;
            if ((NameLabel)label is NameLabel.Person or NameLabel.Body or NameLabel.Place)
            {
                found.Add(new TaggedName(i, end, (NameLabel)label switch { NameLabel.Person => MentionKind.Person, NameLabel.Body => MentionKind.Body, _ => MentionKind.Place }));
                end = -1;
            }

            label = paths[((i - sentence.First) * Labels) + label];
        }

        found.Reverse(from, found.Count - from);
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
