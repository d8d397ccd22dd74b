namespace Sanad.App.Fetching;

/// <summary>The addresses that one fetch was sent along.</summary>
internal sealed class RedirectChain(Uri first, int most)
{
    private readonly List<Uri> _visited = [first];

    /// <summary>The address to be asked now.</summary>
    public Uri Current => _visited[^1];

    public bool HasMoved => _visited.Count > 1;

    /// <summary>Goes where the answer points to.</summary>
    /// <param name="location">The Location header; may be relative.</param>
    /// <exception cref="FetchException">It points nowhere, back, to what is not fetched, or once too often.</exception>
    public void Follow(string? location)
    {
        if (string.IsNullOrWhiteSpace(location) || !Uri.TryCreate(Current, location.Trim(), out Uri? next)) throw new FetchException($"{Current} redirects to nowhere");
        if (WebTarget.Check(next, out string? reason) is not { } target) throw new FetchException($"redirected to {next}: {reason}") { IsRefused = true };
        int back = _visited.IndexOf(target);
        if (back >= 0) throw new FetchException($"redirects in a circle: {string.Join(" -> ", _visited.Skip(back).Append(target))}");
        if (_visited.Count > most) throw new FetchException($"redirects more than {most} times, last to {target}");
        _visited.Add(target);
    }

    /// <summary>As <see cref="Follow"/>; false where that would throw for anything but an address that is refused.</summary>
    /// <exception cref="FetchException">It points to what is not fetched.</exception>
    public bool TryFollow(string? location)
    {
        try
        {
            Follow(location);
            return true;
        }
        catch (FetchException e) when (!e.IsRefused)
        {
            return false;
        }
    }
}
