using Sanad.App.Input;

namespace Sanad.App.Fetching;

/// <summary>In which order links are followed.</summary>
internal static class LinkOrder
{
    /// <summary>
    /// The newest first, by what the list says of their publication or change; those of which it says nothing stay behind, in their order. ISO days
    /// and times of different zones compare by their letters only, which for choosing the newest of a list is near enough.
    /// </summary>
    public static IReadOnlyList<ListedLink> NewestFirst(IEnumerable<ListedLink> links) => [.. links.OrderByDescending(static link => link.Metadata.Published ?? link.Updated ?? "", StringComparer.Ordinal)];

    /// <summary>Hosts take turns, so that a slow one does not hold up the others; the links of one host keep their order.</summary>
    public static IReadOnlyList<ListedLink> HostsInTurn(IEnumerable<ListedLink> links)
    {
        var queues = new List<Queue<ListedLink>>();
        var byHost = new Dictionary<string, Queue<ListedLink>>(StringComparer.OrdinalIgnoreCase);
        foreach (ListedLink link in links)
        {
            string host = Uri.TryCreate(link.Url, UriKind.Absolute, out Uri? uri) ? uri.Authority : "";
            if (!byHost.TryGetValue(host, out Queue<ListedLink>? queue))
            {
                byHost.Add(host, queue = new Queue<ListedLink>());
                queues.Add(queue);
            }

            queue.Enqueue(link);
        }

        var order = new List<ListedLink>();
        while (queues.Count > 0)
        {
            foreach (Queue<ListedLink> queue in queues) order.Add(queue.Dequeue());
            queues.RemoveAll(static queue => queue.Count == 0);
        }

        return order;
    }
}
