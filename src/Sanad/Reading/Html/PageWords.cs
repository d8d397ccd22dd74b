using System.Collections.Frozen;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>Words that lines around an article are made of ("subscribe", "komentar"), by sense, read from <c>languages/pagewords.tsv</c>: <c>sense TAB words</c>.</summary>
internal sealed class PageWords
{
    /// <summary>Where at the end of a caption its credit stands, in UTF-16 code units.</summary>
    private const int Credit = 48;

    private readonly uint _photo, _update, _published, _byline, _editor, _pay, _goOn;
    private readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> _bits;

    private readonly FirstLetters _firsts;

    public PageWords()
    {
        var bits = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        var senses = new List<string>();
        foreach (LanguageRow row in LanguageFile.Rows("", "pagewords.tsv"))
        {
            if (senses.Count == 32) throw row.Error("more than 32 senses");
            foreach (string word in row.Required(1, "words").Split(' ', StringSplitOptions.RemoveEmptyEntries)) bits[word] = bits.GetValueOrDefault(word) | (1U << senses.Count);
            senses.Add(row[0]);
        }

        _firsts = new FirstLetters(bits.Keys);
        Senses = [.. senses];
        _photo = 1U << senses.IndexOf("photo");
        _editor = 1U << senses.IndexOf("editor");
        _byline = 1U << senses.IndexOf("byline");
        _pay = 1U << senses.IndexOf("subscribe");
        _goOn = 1U << senses.IndexOf("more");
        _published = 1U << senses.IndexOf("published");
        _update = 1U << senses.IndexOf("update");
        _bits = bits.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Names of the senses; a sense's bit is its index here.</summary>
    public IReadOnlyList<string> Senses { get; }

    /// <returns>The senses of all words of the text, as bits.</returns>
    public uint Of(ReadOnlySpan<char> text)
    {
        uint found = 0;
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && IsOfWord(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            if (_firsts.MayHold(text[start..i]) && _bits.TryGetValue(text[start..i], out uint bits)) found |= bits;
            start = -1;
        }

        return found;
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetter(c) || (c > '\u007f' ? char.IsLetter(c) || c == '©' : c == '-');

    /// <summary>The text up to a word that says it was changed later ("Diperbarui: …"); all of it where there is none, nothing where it begins with one.</summary>
    public ReadOnlySpan<char> BeforeUpdate(ReadOnlySpan<char> text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && char.IsLetter(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            if (_bits.TryGetValue(text[start..i], out uint bits) && (bits & _update) != 0) return text[..start];
            start = -1;
        }

        return text;
    }

    /// <summary>Whether the line names who wrote: one that names an editor does not.</summary>
    public bool SaysAuthor(ReadOnlySpan<char> line) => WithoutByline(line).Length < line.Trim().Length && !NamesEditor(line);

    public bool NamesEditor(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        int end = 0;
        while (end < line.Length && char.IsLetter(line[end])) end++;
        return _bits.TryGetValue(line[..end], out uint bits) && (bits & _editor) != 0;
    }

    /// <summary>The text behind a word that introduces a name ("Oleh", "By", "Penulis:").</summary>
    public ReadOnlySpan<char> WithoutByline(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        bool introduces = end > 0 && _bits.TryGetValue(text[..end], out uint bits) && (bits & _byline) != 0 && end < text.Length && text[end] is ' ' or ':';
        return introduces ? text[end..].TrimStart(" :") : text;
    }

    /// <summary>Whether the line says of something that it was published.</summary>
    public bool TellsPublication(ReadOnlySpan<char> text) => (Of(text) & _published) != 0;

    /// <summary>Whether the line asks to subscribe in order to read on.</summary>
    public bool AsksToPay(ReadOnlySpan<char> text) => (Of(text) & (_pay | _goOn)) == (_pay | _goOn);

    /// <summary>Whether a text of such senses, as <see cref="Of"/> tells them, may end in what credits a photograph.</summary>
    public bool MayBePhotoCredited(uint senses, int length) => (senses & _photo) != 0 || length > 2 * Credit;

    /// <summary>Whether the text ends in what credits a photograph: "(Image: GETTY)", "Foto: Antara", "Courtesy of …".</summary>
    public bool IsPhotoCredited(ReadOnlySpan<char> text, out bool inParentheses)
    {
        ReadOnlySpan<char> end = text.TrimEnd(" .");
        inParentheses = end.Length > 0 && end[^1] is ')' or ']';
        int open = inParentheses ? end.LastIndexOfAny('(', '[') : Math.Max(end.LastIndexOf('.'), end.LastIndexOf('\n'));
        if (inParentheses && open < 0) return false;
        if (end.Length - open > 2 * Credit) open = end.Length - Credit;
        return (Of(end[(open + 1)..]) & _photo) != 0;
    }
}
