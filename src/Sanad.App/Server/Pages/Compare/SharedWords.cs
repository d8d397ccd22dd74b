using Sanad.Text;

namespace Sanad.App.Server.Pages.Compare;

/// <summary>What two texts have word for word in common.</summary>
internal static class SharedWords
{
    /// <summary>Words in a row, at least, that count as shared: fewer are found in any two reports.</summary>
    private const int Row = 4;

    /// <returns>Stretches of each text, in order and apart from one another, that stand in the other one too; letters are compared regardless of case, and marks not at all.</returns>
    public static (IReadOnlyList<TextSpan> First, IReadOnlyList<TextSpan> Second) Find(string first, string second)
    {
        List<TextSpan> a = WordsOf(first), b = WordsOf(second);
        HashSet<string> inFirst = RowsOf(first, a), inSecond = RowsOf(second, b);
        return (Stretches(first, a, inSecond), Stretches(second, b, inFirst));
    }

    private static List<TextSpan> WordsOf(string text)
    {
        var words = new List<TextSpan>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0) start = i;
            if (inWord || start < 0) continue;
            words.Add(new TextSpan(start, i));
            start = -1;
        }

        return words;
    }

    private static HashSet<string> RowsOf(string text, List<TextSpan> words)
    {
        var rows = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i + Row <= words.Count; i++) rows.Add(RowAt(text, words, i));
        return rows;
    }

    private static string RowAt(string text, List<TextSpan> words, int at) =>
        string.Join(' ', words[at].Of(text).ToString(), words[at + 1].Of(text).ToString(), words[at + 2].Of(text).ToString(), words[at + 3].Of(text).ToString());

    private static List<TextSpan> Stretches(string text, List<TextSpan> words, HashSet<string> others)
    {
        var stretches = new List<TextSpan>();
        int start = -1, end = -1;
        for (int i = 0; i + Row <= words.Count; i++)
        {
            if (!others.Contains(RowAt(text, words, i))) continue;
            if (start >= 0 && i > end + 1)
            {
                stretches.Add(new TextSpan(words[start].Start, words[end].End));
                start = -1;
            }

            if (start < 0) start = i;
            end = i + Row - 1;
        }

        if (start >= 0) stretches.Add(new TextSpan(words[start].Start, words[end].End));
        return stretches;
    }
}
