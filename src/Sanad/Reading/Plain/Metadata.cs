using System.Globalization;

namespace Sanad.Reading.Plain;

/// <summary>What the sender of a text says about it; all of it may be missing.</summary>
public sealed record Metadata
{
    private const int IsoDay = 10, Shown = 40;

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    /// <summary>ISO day or time.</summary>
    public string? Published { get; init; }

    /// <summary>The same with the day of publication as somebody told it.</summary>
    /// <param name="remark">Null where it was taken: what is no ISO day or time ("kemarin") is left out, or it would stand in the way of what the text says.</param>
    public Metadata WithPublished(string? told, out string? remark)
    {
        remark = told is null || (told.Length >= IsoDay && DateOnly.TryParseExact(told.AsSpan(0, IsoDay), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? null
            : $"'published' is no ISO day or time ('{(told.Length > Shown ? $"{told.AsSpan(0, Shown)}…" : told)}') and was passed over";
        return remark is null ? this with { Published = told } : this;
    }

    /// <summary>When it was fetched, where that is known: it was not published later.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>A language code; what it says counts only where Sanad reads that language.</summary>
    public string? Language { get; init; }

    /// <summary>Names of its authors, as the feed that named the article gives them.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>The agency or paper that a feed names as its source.</summary>
    public string? Credit { get; init; }

    /// <summary>Whether a feed or a sitemap says all this, and no person: then the page's own word goes before it.</summary>
    public bool IsOfList { get; init; }
}
