using Sanad.App.Cli;

namespace Sanad.App.Fetching;

/// <summary>The one way out to the network of a run of the program.</summary>
internal sealed class WebAccess(FetchSettings settings, Surroundings surroundings) : IDisposable
{
    private readonly Fetcher _fetcher = new(settings, ProxyChoice.FromEnvironment(), surroundings.Time);
    private WebReader? _reader;

    /// <summary>Most articles that are read of one list.</summary>
    public required int Limit { get; init; }

    /// <summary>What is known of a page from the last time; null for none.</summary>
    public Func<string, Validators?> Known { get; init; } = static _ => null;

    public WebReader Reader => _reader ??= new WebReader(_fetcher, settings, surroundings.Complaints, surroundings.Stop.Token) { Limit = Limit, Known = Known };

    public void Dispose() => _fetcher.Dispose();
}
