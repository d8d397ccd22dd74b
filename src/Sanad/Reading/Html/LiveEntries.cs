using AngleSharp.Dom;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>The entries of a report that goes on being written: each begins with the time that it was published.</summary>
internal sealed class LiveEntries
{
    /// <summary>Times within the text from which on it is taken for such a report, where the page does not say so itself.</summary>
    private const int Fewest = 4;

    private readonly List<(int Block, string Published)> _starts;

    private LiveEntries(List<(int Block, string Published)> starts) => _starts = starts;

    /// <returns>Null for an ordinary article.</returns>
    public static LiveEntries? Find(Page page, bool[] chosen, LanguageSet languages)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true);
        var starts = new List<(int Block, string Published)>();
        foreach ((IElement element, int block) in page.Marked)
        {
            if (element.LocalName != "time" || block < first - 1 || block > last || element.GetAttribute("datetime") is not { } text) continue;
            if (PublishedDate.TryRead(text, languages, out PublishedValue value) && value.Time is not null) starts.Add((block, value.ToIso()));
        }

        bool isLive = page.Linked.IsLiveBlog ? starts.Count >= 2 : starts.Count >= Fewest && AreSpread(starts, chosen);
        return isLive ? new LiveEntries(starts) : null;
    }

    /// <summary>When the entry was published that the block belongs to; null above the first.</summary>
    public string? Of(int block)
    {
        string? published = null;
        foreach ((int start, string time) in _starts)
        {
            if (start > block) break;
            published = time;
        }

        return published;
    }

    /// <summary>Whether text stands between the times: a row of times without text is a list of teasers.</summary>
    private static bool AreSpread(List<(int Block, string Published)> starts, bool[] chosen)
    {
        int with = 0;
        for (int i = 0; i < starts.Count; i++)
        {
            int end = i + 1 < starts.Count ? starts[i + 1].Block : chosen.Length;
            if (chosen.AsSpan(starts[i].Block, end - starts[i].Block).Contains(true)) with++;
        }

        return with * 10 >= starts.Count * 8;
    }
}
