using System.Globalization;
using Sanad.App.Cli;
using Sanad.App.Input;
using Sanad.App.Pipeline;
using Sanad.Reading.Plain;

namespace Sanad.App.Fetching;

/// <summary>An address to be opened.</summary>
/// <param name="Known">What is known of it from the last time; null for none.</param>
/// <param name="Metadata">What is said of it from outside.</param>
internal sealed record WebQuestion(string Address, Validators? Known, Metadata Metadata);

/// <summary>What came of opening one address.</summary>
/// <param name="Listing">Null where there is a failure, or where nothing has changed.</param>
/// <param name="Answer">Null where there is a failure.</param>
internal sealed record Opened(string Address, Listing? Listing, WebAnswer? Answer, FetchFailure? Failure);

/// <summary>Turns addresses into articles: fetches pages, and follows feeds, sitemaps and OPML lists to the articles that they name.</summary>
internal sealed class WebReader(Fetcher fetcher, FetchSettings settings, Complaints complaints, CancellationToken stop)
{
    /// <summary>Answers for each worker that may wait for their turn: pages are large.</summary>
    private const int Ahead = 2;

    private readonly FurtherPages _furtherPages = new(fetcher, stop);

    /// <summary>Most articles that are read of one list.</summary>
    public required int Limit { get; init; }

    /// <summary>What is known of a page from the last time; null for none.</summary>
    public Func<string, Validators?> Known { get; init; } = static _ => null;

    /// <summary>Told how many articles lists named that are read now.</summary>
    public Action<int>? Named { get; init; }

    /// <summary>The articles of all the addresses: those that stand there first, then those that lists name, the hosts taking turns.</summary>
    public IEnumerable<InputItem> Read(IReadOnlyCollection<string> addresses)
    {
        var links = new List<ListedLink>();
        foreach (Opened opened in Open([.. addresses.Select(address => new WebQuestion(address, Known(address), new Metadata()))]))
        {
            foreach (InputItem item in Take(opened, links)) yield return item;
            if (opened.Listing is not { IsOutline: true } outline) continue;
            foreach (Opened inner in Open([.. outline.Lists.Select(static list => new WebQuestion(list.Url, null, list.Metadata))]))
            {
                foreach (InputItem item in Take(inner, links)) yield return item;
            }
        }

        if (links.Count > 0) Named?.Invoke(links.Count);
        foreach (InputItem item in ReadArticles(links)) yield return item;
    }

    /// <summary>Fetches what stands at an address, and the lists that it leads to unless it is OPML.</summary>
    public Opened Open(WebQuestion question)
    {
        string address = question.Address;
        FetchResult result = fetcher.Fetch(address, question.Known, stop).GetAwaiter().GetResult();
        if (result.Answer is not { } answer) return new Opened(address, null, null, result.Failure);
        if (answer.IsUnchanged) return new Opened(address, null, answer, null);
        var lists = new ListReader(fetcher, settings.Transfer, Limit, stop);
        Listing listing = lists.Read(address, answer, question.Metadata);
        return new Opened(address, listing.IsOutline ? listing : lists.Follow(listing), answer, null);
    }

    /// <summary>Opens several addresses, several hosts at a time, in their order.</summary>
    public IEnumerable<Opened> Open(IReadOnlyCollection<WebQuestion> questions) => OrderedWork.Run(questions, Open, Workers(questions.Count), stop, ahead: Ahead);

    /// <summary>The articles behind links, several hosts at a time. A link that leads to a list instead of an article is not followed.</summary>
    public IEnumerable<InputItem> ReadArticles(IReadOnlyCollection<ListedLink> links)
    {
        if (links.Count == 0) yield break;
        foreach (IReadOnlyList<InputItem> items in OrderedWork.Run(LinkOrder.HostsInTurn(links), ReadArticle, Workers(links.Count), stop, ahead: Ahead))
        {
            foreach (InputItem item in items) yield return item;
        }
    }

    /// <summary>Says what of a list is left out, and returns the links that are taken.</summary>
    public IReadOnlyList<ListedLink> Bounded(string list, IReadOnlyList<ListedLink> links)
    {
        if (links.Count <= Limit) return links;
        complaints.Remark(list, string.Create(CultureInfo.InvariantCulture, $"names {links.Count:N0} articles, of which {Limit:N0} are read; --limit takes more"));
        return [.. links.Take(Limit)];
    }

    private IEnumerable<InputItem> Take(Opened opened, List<ListedLink> links)
    {
        if (opened.Failure is { } failure) return [InputItem.Failed(opened.Address, failure.Reason)];
        if (opened.Listing is not { } listing) return [Unchanged(opened.Address)];
        if (listing.Remark is { } remark) complaints.Remark(opened.Address, remark);
        links.AddRange(Bounded(opened.Address, listing.Links));
        return listing.IsList ? listing.Items : listing.Items.Select(item => Visited(item, opened));
    }

    private IReadOnlyList<InputItem> ReadArticle(ListedLink link)
    {
        Opened opened = Open(link);
        if (opened.Failure is { } failure) return [InputItem.Failed(link.Url, failure.Reason)];
        if (opened.Listing is not { } listing) return [Unchanged(link.Url)];
        if (listing.IsList) return [InputItem.Failed(link.Url, "a list, where a list promised an article")];
        return [.. listing.Items.Select(item => Visited(item, opened))];
    }

    /// <summary>What the list says of the article goes with it, but its address is where it is found.</summary>
    private Opened Open(ListedLink link)
    {
        FetchResult result = fetcher.Fetch(link.Url, Known(link.Url), stop).GetAwaiter().GetResult();
        if (result.Answer is not { IsUnchanged: false } answer) return new Opened(link.Url, null, result.Answer, result.Failure);
        return new Opened(link.Url, new ListReader(fetcher, settings.Transfer, Limit, stop).Read(link.Url, answer, link.Metadata with { Url = null }), answer, null);
    }

    private InputItem Visited(InputItem item, Opened opened) => item with { Visit = new Visit(opened.Address, opened.Answer!.Validators), FurtherPages = _furtherPages };

    private static InputItem Unchanged(string address) => new(address) { IsUnchanged = true };

    private int Workers(int items) => Math.Clamp(items, 1, settings.Courtesy.Parallel);
}
