using Sanad.Language;
using Sanad.Reading.Feeds.Markup;
using Sanad.Reading.Html;

namespace Sanad.Reading.Feeds;

/// <summary>
/// Reads sitemaps (sitemaps.org 0.9) and indexes of them, with the news extension, and plain lists of one address a line. A compressed one is to be
/// inflated first. Safe to use from many threads.
/// </summary>
public sealed class SitemapReader(LanguageSet languages)
{
    /// <summary>Entries and bytes that the protocol allows in one sitemap; what lies beyond is left out and said to be.</summary>
    public const int MostEntries = 50_000, MostBytes = 50 * 1024 * 1024;

    /// <param name="address">Where the sitemap was fetched; relative addresses, which the protocol does not know, are resolved against it.</param>
    public SitemapReading Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        bool isTooLong = bytes.Length > MostBytes;
        (string? text, string? remark) = PageDecoder.Decode(isTooLong ? bytes[..MostBytes] : bytes, contentType);
        if (text is null) return new SitemapReading(null, remark);
        var markup = new ListMarkup(text);
        ListRoot root = markup.ReadRoot();
        // The entries tell the sitemap what became of them, and it is made of them.
        Sitemap? sitemap = null;
        if (root is ListRoot.Sitemap or ListRoot.SitemapIndex)
        {
            markup.NeverNested = root == ListRoot.Sitemap ? "url" : "sitemap";
            sitemap = new Sitemap(root == ListRoot.Sitemap ? SitemapKind.Pages : SitemapKind.Index, Entries());
        }
        else if (IsAddress(FirstLine(text)))
        {
            sitemap = new Sitemap(SitemapKind.Pages, Lines());
        }

        if (sitemap is null) return new SitemapReading(null, "no sitemap");
        sitemap.Remark = isTooLong ? $"more than {MostBytes / (1024 * 1024)} MB; the rest is left out" : remark;
        return new SitemapReading(sitemap, null);

        IEnumerable<SitemapEntry> Entries()
        {
            int count = 0, passed = 0, depth = markup.Depth;
            while (markup.ReadChild(depth))
            {
                if (markup.Name is not ("url" or "sitemap")) continue;
                SitemapEntry? entry = ReadEntry(markup, address);
                if (markup.IsCut) break;
                if (entry is null) passed++;
                else if (++count > MostEntries) break;
                else yield return entry;
            }

            if (markup.IsCut) Remark(sitemap!, "cut off: what is not whole is left out");
            if (count > MostEntries) Remark(sitemap!, $"more than {MostEntries} entries; the rest is left out");
            if (passed > 0) Remark(sitemap!, $"entries without an address that can be followed: {passed}");
        }

        IEnumerable<SitemapEntry> Lines()
        {
            int count = 0, passed = 0;
            for (int start = 0; start < text.Length;)
            {
                int end = text.AsSpan(start).IndexOfAny('\n', '\r');
                end = end < 0 ? text.Length : start + end;
                string line = text[start..end].Trim();
                start = end + 1;
                if (line.Length == 0) continue;
                if (ListAddress.Resolve(line, null) is not { } url) passed++;
                else if (++count > MostEntries) break;
                else yield return new SitemapEntry(url);
            }

            if (count > MostEntries) Remark(sitemap!, $"more than {MostEntries} entries; the rest is left out");
            if (passed > 0) Remark(sitemap!, $"lines that are no address that can be followed: {passed}");
        }
    }

    private static void Remark(Sitemap sitemap, string remark) => sitemap.Remark = sitemap.Remark is null ? remark : $"{sitemap.Remark}; {remark}";

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        int end = text.IndexOfAny('\n', '\r');
        return (end < 0 ? text : text[..end]).TrimEnd();
    }

    private static bool IsAddress(ReadOnlySpan<char> line) => !line.Contains(' ') && ListAddress.Parse(line.ToString(), null) is not null;

    /// <returns>Null for an entry without an address.</returns>
    private SitemapEntry? ReadEntry(ListMarkup markup, Uri? address)
    {
        int depth = markup.Depth;
        string? url = null, unread = null;
        PublishedValue? modified = null;
        SitemapNews? news = null;
        while (markup.ReadChild(depth))
        {
            if (markup.Vocabulary == Vocabulary.Own && markup.Name is "loc") url ??= ListAddress.Resolve(markup.Line(isHtml: false), address);
            else if (markup.Vocabulary == Vocabulary.Own && markup.Name is "lastmod") modified ??= ReadDate(markup, ref unread);
            else if (markup.Vocabulary == Vocabulary.News && markup.Name is "news") news ??= ReadNews(markup, ref unread);
        }

        return url is null ? null : new SitemapEntry(url) { Modified = modified, News = news, Remark = unread };
    }

    private SitemapNews ReadNews(ListMarkup markup, ref string? unread)
    {
        int depth = markup.Depth;
        string? outlet = null, language = null, title = null;
        PublishedValue? published = null;
        while (markup.ReadChild(depth))
        {
            switch (markup.Name)
            {
                case "publication":
                    int publication = markup.Depth;
                    while (markup.ReadChild(publication))
                    {
                        if (markup.Name is "name") outlet ??= NotEmpty(markup.Line(isHtml: true));
                        else if (markup.Name is "language") language ??= NotEmpty(markup.Line(isHtml: false));
                    }

                    break;
                case "publication_date":
                    published ??= ReadDate(markup, ref unread);
                    break;
                case "title":
                    title ??= NotEmpty(markup.Line(isHtml: true));
                    break;
            }
        }

        return new SitemapNews(outlet, language, title, published);
    }

    private PublishedValue? ReadDate(ListMarkup markup, ref string? unread)
    {
        string text = markup.Line(isHtml: false);
        if (PublishedDate.TryRead(text, languages, out PublishedValue value)) return value;
        if (text.Length > 0) unread ??= $"its date '{(text.Length > 60 ? text[..60] : text)}' cannot be read";
        return null;
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
