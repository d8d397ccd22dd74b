namespace Sanad.Reading.Html;

/// <summary>Gives an article's title as its page prints it, without the site's name that heads and tabs add.</summary>
internal static class TitleReader
{
    private static readonly string[] Marks = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " ~ "];

    /// <param name="site">The site's name, or null.</param>
    public static (string Title, string Path)? Read(Page page, string? site)
    {
        string? heading = page.TitleBlock < 0 ? null : page.TextOf(page.TitleBlock).ToString().Replace('\n', ' ');
        foreach ((string? text, string path) in ((string?, string)[])[(page.Linked.Headline, "json-ld headline"), (page.Meta("og:title"), "meta og:title"), (page.Meta("twitter:title"), "meta twitter:title"), (page.Document.Title, "title")])
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            string bare = WithoutSite(Folded(text), site, heading);
            // The name that a window bears may be the site's alone; the heading above the text is the article's.
            if (path == "title" && heading is not null && site is not null && Letters.Of(bare).StartsWith(Letters.Of(SiteReader.LabelOf(site)), StringComparison.Ordinal)) return (heading, "heading");
            // What the reader sees goes before what the head says, where both say the same.
            return heading is not null && AreAlike(heading, bare) ? (heading, "heading") : (bare, path);
        }

        return heading is null ? null : (heading, "heading");
    }

    /// <summary>Takes off an end that is the site's name, or that the heading does not have.</summary>
    public static string WithoutSite(string title, string? site, string? heading)
    {
        for (int turn = 0; turn < 3; turn++)
        {
            int at = -1, length = 0;
            foreach (string mark in Marks)
            {
                int found = title.LastIndexOf(mark, StringComparison.Ordinal);
                if (found > at) (at, length) = (found, mark.Length);
            }

            if (at <= 0) break;
            string head = title[..at].TrimEnd(), tail = title[(at + length)..];
            bool isSite = site is not null && Covers(Letters.Of(site), Letters.Of(tail));
            if (!isSite && (heading is null || Letters.Of(head) != Letters.Of(heading))) break;
            title = head;
        }

        return title;
    }

    /// <summary>The end of a title behind its last mark, where a site may have put its name; null where there is none.</summary>
    public static string? TailOf(string? title)
    {
        if (title is null) return null;
        int at = -1, length = 0;
        foreach (string mark in Marks)
        {
            int found = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (found > at) (at, length) = (found, mark.Length);
        }

        return at <= 0 ? null : title[(at + length)..].Trim();
    }

    private static bool Covers(string site, string tail) => tail.Length > 1 && (site.Contains(tail, StringComparison.Ordinal) || tail.Contains(site, StringComparison.Ordinal) && site.Length * 2 >= tail.Length);

    private static bool AreAlike(string heading, string title)
    {
        string a = Letters.Of(heading), b = Letters.Of(title);
        return a == b || (a.Length > 12 && b.Length > 12 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal)));
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
