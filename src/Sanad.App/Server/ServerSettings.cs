using System.Net;
using Sanad.App.Fetching;
using Sanad.App.Server.Access;
using Sanad.App.Server.Hardening;

namespace Sanad.App.Server;

/// <summary>What a server is started with.</summary>
/// <param name="Ledger">The ledger's file.</param>
/// <param name="Url">Where it listens; port 0 takes a free one.</param>
/// <param name="Fetching">How it goes out to the network: to hooks, and for pages that are added.</param>
/// <param name="Limit">Articles read of one feed or sitemap that is added, at most.</param>
/// <param name="Example">The story on which a first visitor is shown what the pages hold; null for a ledger that is no sample.</param>
internal sealed record ServerSettings(string Ledger, string Url, FetchSettings Fetching, int Limit, long? Example = null)
{
    /// <summary>Whether whoever asks from this machine may add pages without a token.</summary>
    public bool LetsAdd { get; init; }

    /// <summary>The address by which others reach it through a server before it; null where it is asked directly.</summary>
    public Uri? Public { get; init; }

    /// <summary>Servers before this one that say truly who asks them; empty where nobody is believed that.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>How people sign in; null where they do not.</summary>
    public AccountSettings? Accounts { get; init; }

    /// <summary>Whether a request has to say who asks: wherever others than this machine reach the server, and where there are accounts.</summary>
    public bool IsAsked => Accounts is not null || Public is not null || !ListenAddress.IsOwn(Url);
}
