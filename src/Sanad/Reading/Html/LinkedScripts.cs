namespace Sanad.Reading.Html;

/// <summary>Finds the texts of <c>script type="application/ld+json"</c> in markup, without parsing it: the parser passes over scripts.</summary>
internal static class LinkedScripts
{
    private const string Type = "ld+json", Open = "<script", Close = "</script";

    /// <summary>Characters of a script's tag, at most.</summary>
    private const int LongestTag = 500;

    private const int MostScripts = 50;

    public static List<string> In(string html)
    {
        var scripts = new List<string>();
        ReadOnlySpan<char> all = html;
        // Looked for as it is nearly always written: without regard to case this would take longer than all the rest of reading the head.
        for (int at = all.IndexOf(Type); at >= 0 && scripts.Count < MostScripts; at = Next(all, at))
        {
            int from = Math.Max(0, at - LongestTag);
            ReadOnlySpan<char> before = all[from..at];
            int open = before.LastIndexOf(Open, StringComparison.OrdinalIgnoreCase);
            if (open < 0 || before[open..].Contains('>')) continue;
            int start = all[at..].IndexOf('>') + at + 1;
            if (start == at) break;
            int length = EndOf(all[start..]);
            if (length < 0) break;
            scripts.Add(html.Substring(start, length));
            at = start + length;
        }

        return scripts;
    }

    private static int EndOf(ReadOnlySpan<char> script)
    {
        int end = script.IndexOf(Close);
        return end >= 0 ? end : script.IndexOf(Close, StringComparison.OrdinalIgnoreCase);
    }

    private static int Next(ReadOnlySpan<char> all, int at)
    {
        int from = at + Type.Length;
        int next = from >= all.Length ? -1 : all[from..].IndexOf(Type);
        return next < 0 ? -1 : from + next;
    }
}
