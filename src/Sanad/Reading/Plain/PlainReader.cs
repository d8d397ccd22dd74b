using Sanad.Language;
using Sanad.Text;

namespace Sanad.Reading.Plain;

/// <summary>Reads plain text as an article: the text stays as given, character for character, its lines are told apart.</summary>
public sealed class PlainReader(LanguageSet languages)
{
    /// <summary>Longest line that can be a title, in UTF-16 code units.</summary>
    private const int LongestTitle = 200;

    /// <summary>Longest line that can be a subheading or a date line.</summary>
    private const int LongestMark = 100;

    private const int LongestCaption = 600;

    public Article Read(string source, string text, Metadata metadata)
    {
        LanguagePack language = languages.TryGet(metadata.Language, out LanguagePack declared) ? declared : languages.Detect(text);
        var parts = new List<Part>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r', '\u2029');
            end = end < 0 ? text.Length : start + end;
            TextSpan line = Trim(text, start, end);
            if (!line.IsEmpty) parts.Add(new Part(PartKind.Body, line));
            start = end + 1;
        }

        int lastParagraph = LastParagraph(text, parts);
        string? title = metadata.Title;
        var byline = new List<string>();
        for (int i = 0; i < parts.Count; i++)
        {
            PartKind kind = KindOf(text, parts, i, lastParagraph, language, metadata);
            parts[i] = parts[i] with { Kind = kind };
            if (kind == PartKind.Title) title ??= parts[i].Span.Of(text).ToString();
            if (kind == PartKind.Byline && AuthorOf(parts[i].Span.Of(text)) is { Length: > 0 } author) byline.Add(author);
        }

        return new Article(source, text, parts, language.Code)
        {
            Url = metadata.Url, Outlet = metadata.Outlet, Title = title, Published = metadata.Published, Byline = byline.Count > 0 ? byline : metadata.Byline,
            Sources = metadata.Credit is null ? [] : [metadata.Credit],
        };
    }

    private static PartKind KindOf(string text, List<Part> parts, int i, int lastParagraph, LanguagePack language, Metadata metadata)
    {
        ReadOnlySpan<char> line = parts[i].Span.Of(text);
        if (i == 0 && parts.Count > 1 && IsTitle(line, metadata.Title)) return PartKind.Title;
        if (language.Furniture.TryMatch(line, out PartKind known) && (known != PartKind.Caption || line.Length <= LongestCaption)) return known;
        if (IsPhotoCredited(line)) return PartKind.Caption;
        if (line.Contains("   ", StringComparison.Ordinal) && line.Count("   ") > 1 && !EndsSentence(line)) return PartKind.Furniture;
        if (line.Length > LongestMark || EndsSentence(line)) return PartKind.Body;
        if (HoldsYear(line) && (i < 8 || i >= parts.Count - 3)) return PartKind.Dateline;
        if (i > 0 && i < lastParagraph) return PartKind.Subheading;
        return PartKind.Body;
    }

    private static bool IsTitle(ReadOnlySpan<char> line, string? title)
    {
        if (title is not null && line.SequenceEqual(title.AsSpan().Trim())) return true;
        return line.Length <= LongestTitle && line[^1] is not ('.' or ',' or ';' or ':') && !line.EndsWith(".”") && !line.EndsWith(".\"");
    }

    /// <summary>Whether the line ends in a photo's credit: "(SAUL LOEB/AFP)", "(Foto: Antara)", "(Courtesy of Basarnas)".</summary>
    private static bool IsPhotoCredited(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd('.');
        if (line.Length is 0 or > LongestCaption || line[^1] != ')') return false;
        int open = line.LastIndexOf('(');
        if (open <= 0) return false;
        ReadOnlySpan<char> inside = line[(open + 1)..^1];
        int slash = inside.IndexOf('/');
        return slash > 0 && inside.Length <= 80 && char.IsLetter(inside[0]) && slash + 1 < inside.Length && char.IsUpper(inside[slash + 1]) && !inside.ContainsAnyInRange('0', '9')
            && line.Length > 60;
    }

    private static bool EndsSentence(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> end = line.TrimEnd(" )]*\"”’'");
        return end.Length > 0 && end[^1] is '.' or '?' or '!' or '…' || line[^1] is '"' or '”' or ']';
    }

    private static bool HoldsYear(ReadOnlySpan<char> line)
    {
        for (int i = 0; i + 4 <= line.Length; i++)
        {
            if ((line[i..].StartsWith("19") || line[i..].StartsWith("20")) && char.IsAsciiDigit(line[i + 2]) && char.IsAsciiDigit(line[i + 3])
                && (i == 0 || !char.IsAsciiDigit(line[i - 1])) && (i + 4 == line.Length || !char.IsAsciiDigit(line[i + 4]))) return true;
        }

        return false;
    }

    /// <summary>Index of the last line that is a paragraph: long, and ending like a sentence; -1 where none is.</summary>
    private static int LastParagraph(string text, List<Part> parts)
    {
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            if (parts[i].Span.Length > LongestMark && EndsSentence(parts[i].Span.Of(text))) return i;
        }

        return -1;
    }

    private static string? AuthorOf(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        return colon < 0 ? null : line[(colon + 1)..].Trim().ToString();
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff';
}
