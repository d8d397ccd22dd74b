using Sanad.Reading.Feeds.Markup;
using Sanad.Reading.Html;

namespace Sanad.Reading.Feeds;

/// <summary>Tells whether what a feed carries of an article is the whole of it or its opening. In doubt it is an opening: the whole can be fetched.</summary>
internal static class FullText
{
    /// <summary>Less than this is a teaser or a brief notice; of a summary more is asked, as feeds mostly open the article in it.</summary>
    private const int LeastLength = 500, LeastSentences = 4, LeastSummaryLength = 1_000, LeastSummarySentences = 8;

    private static readonly PageWords Words = new();

    private static readonly uint More = 1U << Words.Senses.ToList().IndexOf("more");

    /// <returns>The HTML of the whole article; null where there is none.</returns>
    public static string? Of(string? content, string? summary)
    {
        if (content is not null) return IsWhole(content, LeastLength, LeastSentences) ? content : null;
        return summary is not null && IsWhole(summary, LeastSummaryLength, LeastSummarySentences) ? summary : null;
    }

    private static bool IsWhole(string html, int leastLength, int leastSentences)
    {
        if (html.Length < leastLength) return false;
        string text = MarkupText.Words(html);
        if (text.Length < leastLength || Sentences(text) < leastSentences || EndsInDots(text)) return false;
        int link = html.LastIndexOf("<a ", StringComparison.OrdinalIgnoreCase);
        if (link < 0) return true;
        // "… <a href>Baca selengkapnya</a>": the link on to the rest stands last, with nothing behind it but closing tags.
        string behind = MarkupText.Words(html[link..]);
        if (behind.Length > 100 || (Words.Of(behind) & More) == 0) return !EndsInDots(text.AsSpan()[..^Math.Min(behind.Length, text.Length)]);
        return false;
    }

    private static int Sentences(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or '’' or ')')) count++;
        }

        return count;
    }

    private static bool EndsInDots(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" )]>»");
        return text.EndsWith("…") || text.EndsWith("...");
    }
}
