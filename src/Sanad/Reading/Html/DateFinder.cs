using System.Buffers;
using Sanad.Language;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>A date that a page gives, and where it stands.</summary>
internal readonly record struct FoundDate(PublishedValue Value, string Path);

/// <summary>
/// Tells when a page says that its article came out. In the order of how far each is to be trusted: the page's data for machines (JSON-LD, <c>meta</c>, marked-up elements),
/// its address, and what it prints near the title and the text.
/// </summary>
internal sealed class DateFinder(LanguageSet languages, MetaFields fields, PageWords words)
{
    /// <summary>Blocks before the title and behind it, and behind the text, in which a date line is looked for.</summary>
    private const int Before = 6, Behind = 12, Below = 8;

    /// <summary>Elements with a date that are looked at in one page.</summary>
    private const int MostMarked = 100;

    /// <summary>Longest line that can be a date line, in UTF-16 code units.</summary>
    private const int LongestLine = 160;

    /// <summary>Longest line that tells a time alone, in UTF-16 code units.</summary>
    private const int LongestClock = 40;

    private const int LongestDay = 100;

    /// <summary>What of a text can be its date line, in UTF-16 code units.</summary>
    private const int LongestOpening = 60;

    private static readonly SearchValues<string> OfAnother = SearchValues.Create(["comment", "related"], StringComparison.OrdinalIgnoreCase);

    public FoundDate? Published(Page page, bool[] chosen, string? url)
    {
        bool dayFirst = IsDayFirst(page);
        if (Read(page.Linked.Published, "json-ld datePublished", dayFirst) is { } linked) return Finer(linked, page, chosen, dayFirst);
        foreach ((string name, string content) in fields.Of(page, "published"))
        {
            if (Read(content, $"meta {name}", dayFirst) is { } meta) return Finer(meta, page, chosen, dayFirst);
        }

        if (Marked(page, "published", dayFirst) is { } marked) return marked;
        if (UrlDate.TryRead(url ?? page.Link("canonical") ?? page.Meta("og:url"), out DateOnly day)) return Finer(new FoundDate(new PublishedValue(day, null, null), "address"), page, chosen, dayFirst);
        return Timed(page, chosen, dayFirst) ?? (Printed(page, chosen, dayFirst) is { } printed ? Finer(printed, page, chosen, dayFirst) : null);
    }

    public FoundDate? Updated(Page page)
    {
        bool dayFirst = IsDayFirst(page);
        if (Read(page.Linked.Modified, "json-ld dateModified", dayFirst) is { } linked) return linked;
        foreach ((string name, string content) in fields.Of(page, "updated"))
        {
            if (Read(content, $"meta {name}", dayFirst) is { } meta) return meta;
        }

        return Marked(page, "updated", dayFirst);
    }

    /// <summary>Whether the line gives a day and is hardly more than that.</summary>
    public bool IsDateLine(ReadOnlySpan<char> line) => line.Length <= LongestDay && !PageStatistics.EndsSentence(line) && line.ContainsAnyInRange('0', '9') && PublishedDate.TryRead(words.BeforeUpdate(line), languages, out _, dayFirst: true);

    private FoundDate? Read(string? text, string path, bool dayFirst) =>
        text is not null && PublishedDate.TryRead(text, languages, out PublishedValue value, dayFirst) ? new FoundDate(value, path) : null;

    /// <summary>The printed line of the same day, where it tells the time and the data do not; else a line near the title that tells the time alone ("Diterbitkan 18.43 WIB").</summary>
    private FoundDate Finer(FoundDate found, Page page, bool[] chosen, bool dayFirst)
    {
        if (found.Value.Time is not null) return found;
        if (Printed(page, chosen, dayFirst) is { Value.Time: not null } printed && printed.Value.Day == found.Value.Day) return printed with { Path = $"{found.Path}, {printed.Path}" };
        return Clocked(found.Value, page, Array.IndexOf(chosen, true)) is { } clocked ? new FoundDate(clocked, $"{found.Path}, text") : found;
    }

    /// <summary>The day with the time that a line above the text gives together with its zone, or as that of publication.</summary>
    private PublishedValue? Clocked(PublishedValue day, Page page, int first)
    {
        int from = Math.Max(0, page.TitleBlock < 0 ? first - Before : Math.Min(page.TitleBlock, first) - Before);
        for (int i = from; i < first; i++)
        {
            ReadOnlySpan<char> text = page.TextOf(i);
            if (text.Length > LongestClock || !text.ContainsAnyInRange('0', '9')) continue;
            ReadOnlySpan<char> line = words.BeforeUpdate(text);
            if (PublishedDate.TryRead($"{day.Day:yyyy-MM-dd} {line}", languages, out PublishedValue value) && value.Day == day.Day && value.Time is not null && (value.Offset is not null || words.TellsPublication(line))) return value;
        }

        return null;
    }

    /// <summary>Elements whose <c>itemprop</c> or <c>property</c> says what they hold.</summary>
    private FoundDate? Marked(Page page, string field, bool dayFirst)
    {
        int looked = 0;
        foreach ((PageElement element, _) in page.Marked)
        {
            if (element.GetAttribute("itemprop") is not { } name || !fields.Knows(field, name)) continue;
            if (++looked > MostMarked) break;
            if (IsOfAnother(element)) continue;
            if (Read(ValueOf(element), $"itemprop {name}", dayFirst) is { } found) return found;
        }

        return null;
    }

    /// <summary>The <c>time</c> element that stands nearest to where the article begins, of those within it or above it.</summary>
    private FoundDate? Timed(Page page, bool[] chosen, bool dayFirst)
    {
        int first = Math.Max(0, Array.IndexOf(chosen, true)), last = Math.Max(first, Array.LastIndexOf(chosen, true));
        int title = page.TitleBlock < 0 ? first : page.TitleBlock;
        FoundDate? nearest = null;
        int least = int.MaxValue, looked = 0;
        foreach ((PageElement element, int block) in page.Marked)
        {
            if (element.LocalName is not ("time" or "abbr")) continue;
            int distance = block >= title - Before && block <= Math.Max(first, title + Behind) ? Math.Abs(block - title) : block > last && block <= last + Below ? 100 + block - last : int.MaxValue;
            if (element.HasAttribute("pubdate")) distance = -1;
            if (distance >= least || ++looked > MostMarked || IsOfAnother(element) || Read(ValueOf(element), "time", dayFirst) is not { } found) continue;
            least = distance;
            nearest = found;
        }

        return nearest;
    }

    /// <summary>The date line that the page prints near the title, or under the text.</summary>
    private FoundDate? Printed(Page page, bool[] chosen, bool dayFirst)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true), title = page.TitleBlock;
        if (title >= 0)
        {
            for (int i = title + 1; i < page.Blocks.Count && i <= title + Behind; i++)
            {
                if (Line(page, i, dayFirst) is { } found) return found;
            }

            for (int i = title - 1; i >= Math.Max(0, title - Before); i--)
            {
                if (Line(page, i, dayFirst) is { } found) return found;
            }
        }

        // Its first lines may be the date line: "31 Oktober 2024", "Ditulis oleh … pada …".
        for (int i = first; first >= 0 && i <= Math.Min(last, first + 4); i++)
        {
            if (Line(page, i, dayFirst) is { } found) return found;
        }

        for (int i = first - 1; first >= 0 && i >= Math.Max(0, first - Before); i--)
        {
            if (Line(page, i, dayFirst) is { } found) return found;
        }

        for (int i = last + 1; last >= 0 && i < page.Blocks.Count && i <= last + Below; i++)
        {
            if (Line(page, i, dayFirst) is { } found) return found;
        }

        return first < 0 ? null : Opening(page.TextOf(first), dayFirst);
    }

    /// <summary>The day with which a text opens: "JAKARTA, 31 Oktober 2024 – …", "31. Oktober 2024. …".</summary>
    private FoundDate? Opening(ReadOnlySpan<char> text, bool dayFirst)
    {
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, LongestOpening)];
        for (int end = head.Length; end > 0; end--)
        {
            if (end < head.Length && head[end] is not ('.' or '–' or '—' or '-' or ':' or ')' or '|')) continue;
            if (!head[..end].ContainsAnyInRange('0', '9')) return null;
            if (end < head.Length && PublishedDate.TryRead(head[..end], languages, out PublishedValue value, dayFirst)) return new FoundDate(value, "text");
        }

        return null;
    }

    private FoundDate? Line(Page page, int block, bool dayFirst)
    {
        ReadOnlySpan<char> text = page.TextOf(block);
        if (text.Length > LongestLine || page.Blocks[block].LinkCharacters * 2 > text.Length) return null;
        foreach (Range range in text.Split('\n'))
        {
            ReadOnlySpan<char> line = words.BeforeUpdate(text[range]);
            if (line.ContainsAnyInRange('0', '9') && PublishedDate.TryRead(line, languages, out PublishedValue value, dayFirst)) return new FoundDate(value, "text");
        }

        return null;
    }

    private static string? ValueOf(PageElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? (element.LocalName == "abbr" ? element.GetAttribute("title") : null) ?? ElementText.Of(element, LongestLine);

    /// <summary>Whether the element stands in a comment or a teaser.</summary>
    public static bool IsOfAnother(PageElement element)
    {
        for (PageElement? around = element.Parent; around is not null; around = around.Parent)
        {
            if (around.LocalName is "aside" or "nav" or "footer" or "li") return true;
            if (TellsOfAnother(around.GetAttribute("class"))) return true;
        }

        return false;
    }

    /// <summary>Whether the class name is that of a comment or a teaser.</summary>
    public static bool TellsOfAnother(ReadOnlySpan<char> className) => className.ContainsAny(OfAnother);

    /// <summary>Only American English puts the month first; where nothing tells that a page is English, the day comes first nearly everywhere.</summary>
    private static bool IsDayFirst(Page page) =>
        (page.Linked.Language ?? page.DeclaredLanguage ?? page.Meta("og:locale")) is { } language
        && (!language.StartsWith("en", StringComparison.OrdinalIgnoreCase) || language.EndsWith("GB", StringComparison.OrdinalIgnoreCase) || language.EndsWith("AU", StringComparison.OrdinalIgnoreCase));
}
