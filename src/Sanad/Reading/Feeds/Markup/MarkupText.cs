using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Sanad.Reading.Feeds.Markup;

/// <summary>What stands between the tags of an element, as HTML or as the words that a reader sees.</summary>
internal static class MarkupText
{
    /// <summary>Longest name of a character reference: those of HTML are shorter.</summary>
    private const int LongestName = 32;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The HTML inside an element that holds escaped markup, or markup as it is.</summary>
    /// <param name="holdsTags">Whether elements stand inside: then it is markup already and its references stay.</param>
    public static string Html(ReadOnlySpan<char> inside, bool holdsTags) => Unwrap(inside, !holdsTags).Trim();

    /// <summary>The words inside an element on one line.</summary>
    /// <param name="isHtml">Whether what is escaped may be markup, as in RSS; otherwise it means what it says.</param>
    public static string Line(ReadOnlySpan<char> inside, bool holdsTags, bool isHtml)
    {
        string text = Unwrap(inside, !holdsTags);
        return isHtml || holdsTags ? Words(text) : Collapse(Resolve(text));
    }

    /// <summary>The words of HTML on one line: tags become nothing, or a space where they part lines.</summary>
    public static string Words(string html)
    {
        var words = new StringBuilder(html.Length);
        for (int at = 0; at < html.Length;)
        {
            int start = html.AsSpan(at).IndexOf('<');
            words.Append(html, at, start < 0 ? html.Length - at : start);
            if (start < 0) break;
            start += at;
            int name = start + 1 < html.Length && html[start + 1] == '/' ? start + 2 : start + 1;
            bool isTag = name < html.Length && (char.IsAsciiLetter(html[name]) || (name == start + 1 && html[name] is '!' or '?'));
            int end = isTag ? html.AsSpan(start).IndexOf('>') : 0;
            // A tag that does not end is one that was cut.
            if (end < 0) break;
            if (!isTag) words.Append('<');
            else if (PartsLines(html.AsSpan(name))) words.Append(' ');
            at = start + end + 1;
        }

        return Collapse(Resolve(Resolve(words.ToString())));
    }

    /// <summary>Character references resolved once: those of XML and HTML, declared or not; what is none stays as it stands. Control codes go.</summary>
    public static string Resolve(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&') && !HoldsControl(text)) return text.ToString();
        var resolved = new StringBuilder(text.Length);
        Resolve(text, resolved);
        return resolved.ToString();
    }

    /// <summary>The text without the codes that no text holds.</summary>
    public static string WithoutControl(string text)
    {
        if (!HoldsControl(text)) return text;
        var kept = new StringBuilder(text.Length);
        AppendWithoutControl(kept, text);
        return kept.ToString();
    }

    /// <summary>White space runs become one space each.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        bool space = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff')
            {
                space |= c is not ('\u200b' or '\ufeff');
                continue;
            }

            if (space && line.Length > 0) line.Append(' ');
            space = false;
            line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>Sections of character data lose their marks, comments and instructions go.</summary>
    private static string Unwrap(ReadOnlySpan<char> inside, bool resolve)
    {
        if (!inside.Contains('<')) return resolve ? Resolve(inside) : inside.ToString();
        // One section and nothing else is what long contents mostly are.
        ReadOnlySpan<char> section = inside.Trim();
        if (section.StartsWith("<![CDATA[") && section.IndexOf("]]>") == section.Length - 3 && !HoldsControl(section)) return section[9..^3].ToString();
        var text = new StringBuilder(inside.Length);
        while (!inside.IsEmpty)
        {
            int start = inside.IndexOf('<');
            ReadOnlySpan<char> before = start < 0 ? inside : inside[..start];
            if (resolve) Resolve(before, text);
            else text.Append(before);
            if (start < 0) break;
            inside = inside[start..];
            if (inside.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            {
                int end = inside.IndexOf("]]>");
                AppendWithoutControl(text, end < 0 ? inside[9..] : inside[9..end]);
                inside = end < 0 ? [] : inside[(end + 3)..];
            }
            else if (inside.StartsWith("<!--"))
            {
                int end = inside.IndexOf("-->");
                inside = end < 0 ? [] : inside[(end + 3)..];
            }
            else
            {
                text.Append('<');
                inside = inside[1..];
            }
        }

        return text.ToString();
    }

    private static void Resolve(ReadOnlySpan<char> text, StringBuilder resolved)
    {
        while (text.IndexOf('&') is var start and >= 0)
        {
            AppendWithoutControl(resolved, text[..start]);
            text = text[start..];
            int length = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
            if (length > 1 && TryResolve(text[1..length], out string? character))
            {
                resolved.Append(character);
                text = text[(length + 1)..];
            }
            else
            {
                resolved.Append('&');
                text = text[1..];
            }
        }

        AppendWithoutControl(resolved, text);
    }

    private static bool TryResolve(ReadOnlySpan<char> name, out string? character)
    {
        if (name[0] == '#') return TryResolveNumber(name[1..], out character);
        character = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => name.ContainsAnyExcept(Ascii.LettersAndDigits) ? null : HtmlEntityProvider.Resolver.GetSymbol($"{name};"),
        };
        return character is not null;
    }

    /// <summary>References to 128 up to 159 mean Windows-1252, as on pages; those to control codes and to no character resolve to nothing.</summary>
    private static bool TryResolveNumber(ReadOnlySpan<char> digits, out string? character)
    {
        bool isHex = digits.Length > 1 && digits[0] is 'x' or 'X';
        character = null;
        if (!int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code)) return false;
        if (code is >= 0x80 and < 0xA0) character = Windows1252.GetString([(byte)code]);
        else if (!Rune.TryCreate(code, out Rune rune) || IsControl(code)) character = "";
        else character = rune.ToString();
        return true;
    }

    private static void AppendWithoutControl(StringBuilder text, ReadOnlySpan<char> piece)
    {
        if (!HoldsControl(piece))
        {
            text.Append(piece);
            return;
        }

        foreach (char c in piece)
        {
            if (!IsControl(c)) text.Append(c);
        }
    }

    private static bool HoldsControl(ReadOnlySpan<char> text) => text.ContainsAny(Ascii.Control);

    private static bool IsControl(int c) => c < ' ' && c is not ('\t' or '\n' or '\r');

    private static bool PartsLines(ReadOnlySpan<char> name)
    {
        int length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length])) length++;
        Span<char> lower = stackalloc char[10];
        if (length > lower.Length) return true;
        name[..length].ToLowerInvariant(lower);
        return lower[..length] is not ("a" or "abbr" or "b" or "bdi" or "cite" or "code" or "del" or "em" or "font" or "i" or "ins" or "mark" or "q" or "s" or "small" or "span" or "strong" or "sub" or "sup" or "u" or "wbr");
    }

    private static class Ascii
    {
        public static readonly System.Buffers.SearchValues<char> LettersAndDigits =
            System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

        public static readonly System.Buffers.SearchValues<char> Control = System.Buffers.SearchValues.Create(
            "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");
    }
}
