using Sanad.Language;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>The entries of a report that goes on being written: each begins with the time that it was published.</summary>
internal sealed class LiveEntries
{
    /// <summary>Times within the text from which on it is taken for such a report, where the page does not say so itself.</summary>
    private const int Fewest = 4;

    /// <summary>Longest line that prints a time, in UTF-16 code units.</summary>
    private const int LongestTime = 100;

    /// <summary>Times that are looked at in one page.</summary>
    private const int Most = 500;

    /// <summary>Elements between a time and the whole of its entry.</summary>
    private const int MostSteps = 4;

    private readonly List<(int Block, string Published)> _starts;

    private LiveEntries(List<(int Block, string Published)> starts) => _starts = starts;

    /// <param name="chosen">The article's blocks; of a report that goes on being written those that were missed are added.</param>
    /// <returns>Null for an ordinary article.</returns>
    public static LiveEntries? Find(Page page, bool[] chosen, LanguageSet languages)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true);
        var times = new List<(PageElement Element, int Block, string Published)>();
        foreach ((PageElement element, int block) in page.Marked)
        {
            if (element.LocalName != "time" || element.GetAttribute("datetime") is not { } text) continue;
            if (times.Count < Most && PublishedDate.TryRead(text, languages, out PublishedValue value) && value.Time is not null) times.Add((element, block, value.ToIso()));
        }

        List<(int Block, string Published)> starts = [.. times.Where(time => time.Block >= first - 1 && time.Block <= last).Select(static time => (time.Block, time.Published))];
        bool isLive = page.Linked.IsLiveBlog ? starts.Count >= 2 : starts.Count >= Fewest && AreSpread(starts, chosen);
        if (!isLive) return null;
        Complete(page, chosen, times);
        return new LiveEntries([.. times.Where(time => time.Block >= first - 1 && time.Block <= Array.LastIndexOf(chosen, true)).Select(static time => (time.Block, time.Published))]);
    }

    /// <summary>
    /// Entries are told one like the other: of elements that repeat one with a chosen paragraph and hold a time, all paragraphs are the article's, and the line that
    /// prints the time is not.
    /// </summary>
    private static void Complete(Page page, bool[] chosen, List<(PageElement Element, int Block, string Published)> times)
    {
        var kinds = new HashSet<int>();
        foreach ((_, int block, _) in times)
        {
            if (EntryOf(page, block) is not { } entry || !chosen.AsSpan(entry.FirstBlock, entry.EndBlock - entry.FirstBlock).Contains(true)) continue;
            kinds.Add(entry.Signature);
        }

        foreach ((PageElement element, int block, _) in times)
        {
            if (EntryOf(page, block) is not { } entry || !kinds.Contains(entry.Signature)) continue;
            for (int i = entry.FirstBlock; i < entry.EndBlock; i++)
            {
                ref readonly Block one = ref page.BlockAt(i);
                bool isText = one.Role is Role.Paragraph or Role.Heading or Role.Title or Role.ListItem or Role.Quote && one.LinkCharacters * 2 < one.Length;
                bool isTime = i == block && ElementText.Of(element, LongestTime) is { } line && page.TextOf(i).Equals(line.AsSpan().Trim(), StringComparison.Ordinal);
                if (isTime) chosen[i] = false;
                else if (isText && (one.Regions & (Region.Hidden | Region.Navigation)) == 0) chosen[i] = true;
            }
        }
    }

    /// <summary>The element that holds a time together with text of its entry: one that repeats on the page; null where none does.</summary>
    private static Container? EntryOf(Page page, int block)
    {
        if (block >= page.Blocks.Count) return null;
        for (int number = page.BlockAt(block).Container, up = 0; number >= 0 && up < MostSteps; number = page.Containers[number].Parent, up++)
        {
            Container container = page.Containers[number];
            if (container.EndBlock - container.FirstBlock < 2) continue;
            foreach (Container other in page.Containers)
            {
                if (other.Signature == container.Signature && other.FirstBlock != container.FirstBlock) return container;
            }

            return null;
        }

        return null;
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
