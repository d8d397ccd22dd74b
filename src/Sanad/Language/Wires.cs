namespace Sanad.Language;

/// <summary>The news agencies, read from <c>languages/wires.tsv</c>: <c>name TAB forms parted by "|"</c>.</summary>
public sealed class Wires
{
    /// <summary>Longest form that is written in capitals only and matches nothing else.</summary>
    private const int LongestShortForm = 5;

    private readonly List<(string Form, string Name)> _forms = [];

    private Wires()
    {
        foreach (LanguageRow row in LanguageFile.Rows("", "wires.tsv"))
        {
            foreach (string form in row.List(1)) _forms.Add((form, row[0]));
        }

        // The longest first: "Thomson Reuters Foundation" is not Reuters.
        _forms.Sort(static (a, b) => a.Form.Length != b.Form.Length ? b.Form.Length.CompareTo(a.Form.Length) : string.CompareOrdinal(a.Form, b.Form));
    }

    public static Wires Load() => new();

    /// <summary>The agency that the text names, by the longest form in it; null where it names none.</summary>
    public string? In(ReadOnlySpan<char> text)
    {
        foreach ((string form, string name) in _forms)
        {
            bool isShort = form.Length <= LongestShortForm && form.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;
            for (int from = 0; from < text.Length;)
            {
                int at = text[from..].IndexOf(form, isShort ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
                if (at < 0) break;
                at += from;
                int end = at + form.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return name;
                from = at + 1;
            }
        }

        return null;
    }
}
