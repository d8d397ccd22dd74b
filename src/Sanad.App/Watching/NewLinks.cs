using System.Globalization;
using Sanad.App.Input;

namespace Sanad.App.Watching;

/// <summary>What is new in a watched list.</summary>
/// <param name="Taken">To be read now.</param>
/// <param name="Passed">Not to be read, and to be remembered as done with.</param>
/// <param name="Left">How many are left for the next look.</param>
internal sealed record NewLinks(IReadOnlyList<ListedLink> Taken, IReadOnlyList<ListedLink> Passed, int Left)
{
    /// <summary>Looks at one link that fail before it is given up.</summary>
    public const int MostFailures = 3;

    /// <summary>Articles enter a list so much later than they are dated.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(3);

    /// <param name="seen">Links that were looked at, by hash, with their failures; null where done with.</param>
    /// <param name="isFirstLook">
    /// At the first look what is beyond the limit is passed over: the years that a sitemap goes back are not news. Later it is left for the next look, since it came
    /// while the list was watched.
    /// </param>
    /// <param name="since">What the list itself dates before is passed over too: of a sitemap index another part may be read for the first time. Null for lists that are read whole.</param>
    /// <param name="isKept">Whether a page was fetched into the ledger already, as when two lists name it.</param>
    public static NewLinks Of(IReadOnlyList<ListedLink> links, Dictionary<long, int?> seen, bool isFirstLook, DateTimeOffset? since, int limit, Func<string, bool> isKept)
    {
        var taken = new List<ListedLink>();
        var passed = new List<ListedLink>();
        int left = 0;
        string? horizon = since is { } last ? (last - Late).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        foreach (ListedLink link in links)
        {
            if (seen.TryGetValue(LinkHash.Of(link.Url), out int? failures) && failures is null or >= MostFailures) continue;
            if (isKept(link.Url) || IsOlder(link, horizon)) passed.Add(link);
            else if (taken.Count < limit) taken.Add(link);
            else if (isFirstLook) passed.Add(link);
            else left++;
        }

        return new NewLinks(taken, passed, left);
    }

    private static bool IsOlder(ListedLink link, string? horizon) => horizon is not null && (link.Updated ?? link.Metadata.Published) is { } day && string.CompareOrdinal(day, 0, horizon, 0, horizon.Length) < 0;
}
