namespace Sanad.App.Cli;

/// <summary>
/// Makes words out of an article safe to print: a control code in a headline could otherwise move the cursor, hide text or
/// rewrite the terminal's title.
/// </summary>
internal static class Printable
{
    /// <summary>On one line: breaks and runs of blanks become one blank, control codes U+FFFD.</summary>
    public static string Line(string text)
    {
        bool clean = true;
        for (int i = 0; i < text.Length && clean; i++) clean = !IsUnsafe(text[i]) && (text[i] != ' ' || i == 0 || text[i - 1] != ' ');
        if (clean) return text;
        var line = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\u2028' or '\u2029')
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                line.Append(IsUnsafe(c) ? '\uFFFD' : c);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>At most so many UTF-16 code units, cut at a blank where there is one near, the cut shown by "…".</summary>
    public static string Line(string text, int longest)
    {
        string line = Line(text);
        if (line.Length <= longest) return line;
        int cut = line.LastIndexOf(' ', longest - 1, Math.Min(20, longest - 1));
        if (cut <= 0) cut = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..cut] + "…";
    }

    /// <summary>The line in quotation marks; marks within it are single ones.</summary>
    public static string Quoted(string text, int longest) => $"“{Inner(Line(text, longest))}”";

    /// <summary>Words that stand within double quotation marks: their own are made single, as in print.</summary>
    public static string Inner(string text)
    {
        if (text.AsSpan().IndexOfAny('“', '”', '"') < 0) return text;
        return string.Create(text.Length, text, static (inner, text) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                bool opens = i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—';
                inner[i] = text[i] switch { '“' => '‘', '”' => '’', '"' => opens ? '‘' : '’', _ => text[i] };
            }
        });
    }

    /// <summary>Control codes, and marks that turn the direction of what follows.</summary>
    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
