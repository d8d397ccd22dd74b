using Sanad.Text;

namespace Sanad.App.Server.Pages.Versions;

/// <summary>A change of a text: these words went, those came in their place.</summary>
/// <param name="Gone">In the earlier text; empty where only something came.</param>
/// <param name="Came">In the later text; empty where only something went.</param>
public readonly record struct WordChange(TextSpan Gone, TextSpan Came);

/// <summary>What changed between two versions of a text, word by word: the shortest way from the one to the other (Myers 1986).</summary>
internal static class ChangedWords
{
    /// <summary>Words that go and come, at most, for which the shortest way is looked for; beyond, all between the first change and the last counts as one. What it takes grows with the square.</summary>
    private const int Most = 1200;

    public static IReadOnlyList<WordChange> Find(string first, string second)
    {
        List<TextSpan> a = WordsOf(first), b = WordsOf(second);
        int head = 0, tail = 0;
        while (head < a.Count && head < b.Count && IsSame(head, head)) head++;
        while (tail < a.Count - head && tail < b.Count - head && IsSame(a.Count - 1 - tail, b.Count - 1 - tail)) tail++;
        (int n, int m) = (a.Count - head - tail, b.Count - head - tail);
        if (n == 0 && m == 0) return [];
        List<(int A, int B)>? same = Way(n, m, (i, j) => IsSame(head + i, head + j));
        var changes = new List<WordChange>();
        (int x, int y) = (0, 0);
        foreach ((int i, int j) in (IEnumerable<(int, int)>)[.. same ?? [], (n, m)])
        {
            if (i > x || j > y) changes.Add(new WordChange(Stretch(a, head + x, head + i), Stretch(b, head + y, head + j)));
            (x, y) = (i + 1, j + 1);
        }

        return changes;

        bool IsSame(int i, int j) => a[i].Of(first).SequenceEqual(b[j].Of(second));
    }

    /// <summary>Pairs of words that stay, in order; null where too much changed.</summary>
    private static List<(int A, int B)>? Way(int n, int m, Func<int, int, bool> isSame)
    {
        int most = Math.Min(n + m, Most);
        int[] reach = new int[(2 * most) + 2];
        var steps = new List<int[]>();
        for (int d = 0; d <= most; d++)
        {
            for (int k = -d; k <= d; k += 2)
            {
                int x = k == -d || (k != d && reach[most + k - 1] < reach[most + k + 1]) ? reach[most + k + 1] : reach[most + k - 1] + 1;
                while (x < n && x - k < m && isSame(x, x - k)) x++;
                reach[most + k] = x;
                if (x >= n && x - k >= m) return Back(steps, n, m);
            }

            steps.Add(reach[(most - d)..(most + d + 1)]);
        }

        return null;
    }

    private static List<(int A, int B)> Back(List<int[]> steps, int n, int m)
    {
        var same = new List<(int, int)>();
        (int x, int y) = (n, m);
        for (int d = steps.Count; d > 0; d--)
        {
            // Of the furthest points that were reached in one step less, by diagonal.
            int[] before = steps[d - 1];
            int At(int diagonal) => Math.Abs(diagonal) <= d - 1 ? before[diagonal + d - 1] : -1;
            int k = x - y, from = k == -d || (k != d && At(k - 1) < At(k + 1)) ? k + 1 : k - 1, fromX = At(from);
            while (x > Math.Max(fromX, 0) && y > Math.Max(fromX - from, 0) && (x > (from == k - 1 ? fromX + 1 : fromX))) same.Add((--x, --y));
            (x, y) = (fromX, fromX - from);
        }

        while (x > 0 && y > 0) same.Add((--x, --y));
        same.Reverse();
        return same;
    }

    private static TextSpan Stretch(List<TextSpan> words, int from, int to)
    {
        if (from < to) return new TextSpan(words[from].Start, words[to - 1].End);
        int at = from < words.Count ? words[from].Start : words.Count > 0 ? words[^1].End : 0;
        return new TextSpan(at, at);
    }

    /// <summary>Runs of letters and digits, and each other mark by itself.</summary>
    private static List<TextSpan> WordsOf(string text)
    {
        var words = new List<TextSpan>();
        for (int i = 0; i < text.Length;)
        {
            int start = i++;
            if (char.IsWhiteSpace(text[start])) continue;
            if (char.IsLetterOrDigit(text[start]))
            {
                while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            }

            words.Add(new TextSpan(start, i));
        }

        return words;
    }
}
