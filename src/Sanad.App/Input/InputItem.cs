using Sanad.App.Fetching;
using Sanad.App.Storage;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>One thing that the inputs held: a text to read, a link to follow, or the reason why there is none.</summary>
/// <param name="Source">Name for complaints about it.</param>
internal sealed record InputItem(string Source)
{
    /// <summary>Null where the input gives no text.</summary>
    public SuppliedText? Supplied { get; init; }

    /// <summary>Where the same article would be found again: its URL, else the file it fills alone; null for lines without a URL.</summary>
    public string? Address { get; init; }

    /// <summary>Why there is no text.</summary>
    public string? Reason { get; init; }

    /// <summary>What was guessed or lost while reading a text that was read.</summary>
    public string? Remark { get; init; }

    /// <summary>What has to be fetched to be read. Whoever fetches puts in place of this item what it finds there; who does not, has its reason.</summary>
    public ListedLink? Link { get; init; }

    /// <summary>The address that it was fetched from, as it was asked for, and what the server said of its state; null for what was not fetched.</summary>
    public Visit? Visit { get; init; }

    /// <summary>Fetches the pages on which the article goes on; null where nothing is fetched.</summary>
    public FurtherPages? FurtherPages { get; init; }

    /// <summary>Whether it is known to be in the ledger as it is, and therefore was not read.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>
    /// How far an archive has been handed on with the items before this one, which is nothing to read itself. Null for all other items.
    /// </summary>
    public ArchiveMark? Mark { get; init; }

    /// <summary>Whether nobody said that this is an article: a page of a crawl may be a front page as well, and that is no failure.</summary>
    public bool IsCandidate { get; init; }

    public static InputItem ToFollow(string source, ListedLink link) => new(source)
    {
        Link = link,
        Address = link.Url,
        Reason = link.Target == LinkTarget.Article ? $"names {link.Url} without its text" : $"names the list {link.Url}",
    };

    public static InputItem Reached(ArchiveMark mark) => new(mark.Path) { Mark = mark };

    public static InputItem Failed(string source, string reason) => new(source) { Reason = reason };
}
