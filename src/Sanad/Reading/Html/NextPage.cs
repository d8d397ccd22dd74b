namespace Sanad.Reading.Html;

/// <summary>Finds the page on which an article goes on: <c>rel=next</c>, or a link to the same address with the next number.</summary>
internal static class NextPage
{
    private static readonly string[] Names = ["page", "halaman", "p", "pg", "hal"];

    /// <param name="found">Where the page was found; without it nothing is found.</param>
    public static string? Of(Page page, string? found)
    {
        if (SiteReader.Absolute(found, null) is not { } here) return null;
        if (SiteReader.Absolute(page.Link("next"), here) is { } next && Continues(here, next)) return next.AbsoluteUri;
        foreach (string link in page.NumberedLinks)
        {
            if (SiteReader.Absolute(link, here) is { } target && Continues(here, target)) return target.AbsoluteUri;
        }

        return null;
    }

    /// <summary>Whether the target ends as that of a further page does: in a digit.</summary>
    public static bool MayBe(ReadOnlySpan<char> target) => target.Length > 1 && target.TrimEnd('/') is [.., >= '0' and <= '9'];

    /// <summary>Whether the target is the same address with a page number that is one greater; no number counts as the first.</summary>
    private static bool Continues(Uri here, Uri target)
    {
        if (here.Host != target.Host) return false;
        (string rest, int number) = Split(here);
        (string targetRest, int targetNumber) = Split(target);
        return targetNumber == number + 1 && targetRest == rest;
    }

    /// <summary>The address without its page number, and the number.</summary>
    private static (string Address, int Number) Split(Uri address)
    {
        int number = 1;
        var kept = new List<string>();
        foreach (string pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Array.IndexOf(Names, pair[..equals].ToLowerInvariant()) >= 0 && Number(pair.AsSpan(equals + 1)) is { } page) number = page;
            else kept.Add(pair);
        }

        string path = address.AbsolutePath.TrimEnd('/');
        int slash = path.LastIndexOf('/');
        // "/judul/2" and "/judul/page/2": the last piece of the path.
        if (slash > 0 && Number(path.AsSpan(slash + 1)) is { } last and < 100)
        {
            string before = path[..slash];
            int name = before.LastIndexOf('/');
            if (name > 0 && Array.IndexOf(Names, before[(name + 1)..].ToLowerInvariant()) >= 0) before = before[..name];
            if (before.LastIndexOf('/') >= 0) (path, number) = (before, last);
        }

        return ($"{path}?{string.Join('&', kept)}", number);
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
