namespace Sanad.App.Server.Pages;

/// <summary>Tells, in what was found, the words that were looked for.</summary>
internal static class FoundWords
{
    /// <summary>The whole of the text in pieces; a word counts as looked for where it begins like one of the query.</summary>
    public static IEnumerable<(string Words, bool IsFound)> In(string text, string? query)
    {
        string[] wanted = (query ?? "").Split([' ', '"', '*'], StringSplitOptions.RemoveEmptyEntries);
        int told = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]))) continue;
            int end = i;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (!Array.Exists(wanted, word => text.AsSpan(i, end - i).StartsWith(word, StringComparison.OrdinalIgnoreCase))) continue;
            if (i > told) yield return (text[told..i], false);
            yield return (text[i..end], true);
            told = end;
        }

        if (told < text.Length) yield return (text[told..], false);
    }
}
