using Sanad.Language;

namespace Sanad.LearnAttribution;

/// <summary>
/// Sorts words into classes by the company they keep: the exchange algorithm for class bigrams (Kneser and Ney 1993; Martin, Liermann and Ney 1998).
/// A stand-in for parts of speech where there is no tagger.
/// </summary>
internal sealed class WordClasses
{
    private const int Rare = 4, Iterations = 12;
    private readonly int _count;
    private readonly List<string> _words = [];
    private readonly List<int> _class = [];
    private readonly long[,] _pairs;
    private readonly long[] _totals;

    private WordClasses(int count)
    {
        _count = count;
        _pairs = new long[count, count];
        _totals = new long[count];
    }

    /// <summary>Word in small letters and its class, most frequent first. Class 0 is the edge of a sentence, class 1 all rare words.</summary>
    public static IEnumerable<(string Word, int Class)> Learn(IEnumerable<Document> documents, int classes)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Document> all = [.. documents];
        foreach (Document document in all)
        {
            for (int i = 0; i < document.Tokens.Length; i++)
            {
                string word = KeyOf(document, i);
                frequency[word] = frequency.GetValueOrDefault(word) + 1;
            }
        }

        var sorted = new WordClasses(classes);
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        sorted._words.AddRange(["", "?"]);
        foreach ((string word, int count) in frequency.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (count < Rare) break;
            number[word] = sorted._words.Count;
            sorted._words.Add(word);
        }

        for (int w = 0; w < sorted._words.Count; w++) sorted._class.Add(w < 2 ? w : 2 + ((w - 2) % (classes - 2)));
        var right = new Dictionary<int, int>[sorted._words.Count];
        var left = new Dictionary<int, int>[sorted._words.Count];
        for (int w = 0; w < right.Length; w++) (right[w], left[w]) = ([], []);
        foreach (Document document in all)
        {
            foreach (Sentence sentence in document.Sentences)
            {
                int before = 0;
                for (int i = sentence.First; i <= sentence.End; i++)
                {
                    int word = i == sentence.End ? 0 : number.GetValueOrDefault(KeyOf(document, i), 1);
                    right[before][word] = right[before].GetValueOrDefault(word) + 1;
                    left[word][before] = left[word].GetValueOrDefault(before) + 1;
                    before = word;
                }
            }
        }

        sorted.Exchange(right, left);
        return sorted._words.Skip(2).Select((word, i) => (word, sorted._class[i + 2]));
    }

    private static string KeyOf(Document document, int i) => document.Tokens[i].Kind == TokenKind.Number ? "0" : document.WordAt(i).ToString().ToLowerInvariant();

    private void Exchange(Dictionary<int, int>[] right, Dictionary<int, int>[] left)
    {
        for (int w = 0; w < right.Length; w++)
        {
            foreach ((int other, int count) in right[w])
            {
                _pairs[_class[w], _class[other]] += count;
                _totals[_class[w]] += count;
            }
        }

        int[] after = new int[_count], before = new int[_count];
        for (int round = 0; round < Iterations; round++)
        {
            int moved = 0;
            for (int w = 2; w < right.Length; w++)
            {
                Array.Clear(after);
                Array.Clear(before);
                int self = 0, total = 0;
                foreach ((int other, int count) in right[w])
                {
                    if (other == w) self = count;
                    else after[_class[other]] += count;
                    total += count;
                }

                foreach ((int other, int count) in left[w])
                {
                    if (other != w) before[_class[other]] += count;
                }

                int old = _class[w];
                Move(old, after, before, self, total, -1);
                int best = old;
                double most = double.NegativeInfinity;
                for (int c = 2; c < _count; c++)
                {
                    double gain = Gain(c, after, before, self, total);
                    if (gain > most) (best, most) = (c, gain);
                }

                Move(best, after, before, self, total, 1);
                _class[w] = best;
                if (best != old) moved++;
            }

            if (moved == 0) break;
        }
    }

    private void Move(int c, int[] after, int[] before, int self, int total, int sign)
    {
        for (int k = 0; k < _count; k++)
        {
            _pairs[c, k] += sign * after[k];
            _pairs[k, c] += sign * before[k];
        }

        _pairs[c, c] += sign * self;
        _totals[c] += sign * total;
    }

    /// <summary>What the word adds to the likelihood when it joins the class.</summary>
    private double Gain(int c, int[] after, int[] before, int self, int total)
    {
        double gain = -2 * (Entropy(_totals[c] + total) - Entropy(_totals[c]));
        for (int k = 0; k < _count; k++)
        {
            if (k == c) continue;
            if (after[k] > 0) gain += Entropy(_pairs[c, k] + after[k]) - Entropy(_pairs[c, k]);
            if (before[k] > 0) gain += Entropy(_pairs[k, c] + before[k]) - Entropy(_pairs[k, c]);
        }

        return gain + Entropy(_pairs[c, c] + after[c] + before[c] + self) - Entropy(_pairs[c, c]);
    }

    private static double Entropy(long n) => n <= 0 ? 0 : n * Math.Log(n);
}
