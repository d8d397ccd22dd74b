using Sanad.App.Input;
using Sanad.Reading.Feeds;
using Sanad.Reading.Plain;

namespace Sanad.App.Fetching;

/// <summary>Reads what was fetched as a page or as a list, and follows lists that name lists.</summary>
/// <param name="most">Articles wanted of one list. Lists are followed no further once there are so many.</param>
internal sealed class ListReader(Fetcher fetcher, TransferLimits limits, int most, CancellationToken stop)
{
    /// <summary>Lists that one list may lead to; sitemap indexes name thousands, of which the newest hold what is news.</summary>
    private const int MostLists = 500;

    /// <summary>Lists within lists: an OPML list of sitemap indexes.</summary>
    private const int MostDepth = 3;

    private readonly Inflation _inflation = new(limits);

    /// <summary>What stands there, without following anything.</summary>
    public Listing Read(string source, WebAnswer answer, Metadata metadata)
    {
        ReadOnlyMemory<byte> bytes = answer.Bytes;
        string? type = answer.ContentType;
        if (Inflation.IsGzip(bytes.Span))
        {
            try
            {
                bytes = _inflation.Gunzip(bytes.ToArray());
                // It was said of the file, and says nothing of what is in it.
                type = null;
            }
            catch (FetchException e)
            {
                return new Listing([InputItem.Failed(source, e.Message)], []);
            }
        }

        try
        {
            if (IsLines(answer.Address)) return new Listing([.. InputReader.ReadLines(new MemoryStream(bytes.ToArray()), source)], []);
            return Split(new Body(source, bytes) { Url = answer.Address.AbsoluteUri, ContentType = type, Metadata = metadata with { Fetched = answer.At } });
        }
        catch (Exception e)
        {
            // The boundary of a page, as in the analysis of one.
            return new Listing([InputItem.Failed(source, $"could not be read ({e.GetType().Name}: {e.Message})")], []);
        }
    }

    private static Listing Split(Body body)
    {
        var items = new List<InputItem>();
        var articles = new List<ListedLink>();
        var lists = new List<ListedLink>();
        string? remark = null;
        foreach (InputItem item in BodyReader.Read(body))
        {
            if (item.Link is not { } link)
            {
                items.Add(item);
                continue;
            }

            (link.Target == LinkTarget.Article ? articles : lists).Add(link);
            remark ??= item.Remark;
        }

        ListKind kind = ListFormat.Of(body.Bytes.Span);
        // Feeds have an order of their own; sitemaps grow at either end.
        return new Listing(items, kind == ListKind.Sitemap ? LinkOrder.NewestFirst(Distinct(articles)) : Distinct(articles))
        {
            Kind = kind, Lists = Distinct(lists), Remark = remark,
        };
    }

    /// <summary>The listing with what the lists that it names hold, the newest of them first, until there are articles enough.</summary>
    public Listing Follow(Listing listing)
    {
        if (listing.Lists.Count == 0) return listing;
        var items = new List<InputItem>(listing.Items);
        var links = new List<ListedLink>(listing.Links);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int fetched = 0;
        var open = new Stack<(ListedLink Link, int Depth)>();
        Push(listing.Lists, 1);
        while (open.Count > 0 && links.Count < most)
        {
            (ListedLink list, int depth) = open.Pop();
            if (!seen.Add(list.Url)) continue;
            if (fetched++ == MostLists)
            {
                items.Add(InputItem.Failed(list.Url, $"leads on to further lists; {MostLists} of them are followed"));
                break;
            }

            FetchResult result = fetcher.Fetch(list.Url, null, stop).GetAwaiter().GetResult();
            if (result.Answer is not { } answer)
            {
                items.Add(InputItem.Failed(list.Url, result.Failure!.Reason));
                continue;
            }

            Listing inner = Read(list.Url, answer, list.Metadata);
            if (!inner.IsList) items.Add(inner.Items.Count == 1 && inner.Items[0].Supplied is null ? inner.Items[0] : InputItem.Failed(list.Url, "neither a feed nor a sitemap, as which it is listed"));
            else if (inner.Lists.Count > 0 && depth == MostDepth) items.Add(InputItem.Failed(list.Url, $"lists within lists are followed {MostDepth} deep"));
            else Push(inner.Lists, depth + 1);
            if (inner.IsList) items.AddRange(inner.Items);
            links.AddRange(inner.Links);
        }

        return listing with { Items = items, Links = LinkOrder.NewestFirst(Distinct(links)) };

        // The newest comes off the stack first.
        void Push(IReadOnlyList<ListedLink> lists, int depth)
        {
            IReadOnlyList<ListedLink> ordered = LinkOrder.NewestFirst(lists);
            for (int i = ordered.Count - 1; i >= 0; i--) open.Push((ordered[i], depth));
        }
    }

    /// <summary>JSON lines do not show in their first bytes what they are.</summary>
    private static bool IsLines(Uri address)
    {
        string path = address.AbsolutePath;
        return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase);
    }

    private static List<ListedLink> Distinct(List<ListedLink> links)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return links.FindAll(link => seen.Add(link.Url));
    }
}
