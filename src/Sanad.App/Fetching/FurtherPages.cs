using System.Globalization;
using Sanad.App.Input;
using Sanad.Reading.Html;

namespace Sanad.App.Fetching;

/// <summary>Fetches the pages on which an article goes on.</summary>
internal sealed class FurtherPages(Fetcher fetcher, CancellationToken stop)
{
    /// <summary>Pages of one article, the first one too. Longer ones are galleries.</summary>
    private const int Most = 20;

    /// <summary>Gathers the pages one after the other, as long as each names another.</summary>
    /// <param name="next">Address of the second page.</param>
    /// <param name="nextOf">What the page of this markup and address names as its next; null for none.</param>
    /// <param name="remark">What of the article is missing; null where nothing is.</param>
    /// <exception cref="OperationCanceledException">A stop was asked for.</exception>
    public List<string> Gather(string? next, Func<string, string, string?> nextOf, out string? remark)
    {
        var pages = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        remark = null;
        while (next is not null && seen.Add(next))
        {
            if (pages.Count + 1 == Most)
            {
                remark = string.Create(CultureInfo.InvariantCulture, $"goes on after {Most} pages, of which no more are read");
                break;
            }

            FetchResult result = fetcher.Fetch(next, null, stop).GetAwaiter().GetResult();
            string? markup = null, reason = result.Failure?.Reason;
            if (result.Answer is { } answer) (markup, reason) = PageDecoder.Decode(answer.Bytes.Span, answer.ContentType);
            if (markup?.Length > BodyReader.LongestPage) (markup, reason) = (null, "too long");
            if (markup is null)
            {
                remark = $"goes on at {next}, which is missing: {reason}";
                break;
            }

            pages.Add(markup);
            next = nextOf(markup, next);
        }

        return pages;
    }
}
