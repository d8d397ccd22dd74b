namespace Sanad.Reading.Html;

/// <summary>Tells whether a page shows only the opening of an article whose rest is for subscribers.</summary>
internal static class StubSigns
{
    /// <summary>Words from which on a text is taken for whole whatever the page says: pages that say that they are not free often show all of it.</summary>
    private const int Whole = 350;

    /// <summary>Blocks behind the text in which its end is asked to be paid for.</summary>
    private const int Reach = 4;

    public static bool Show(Page page, bool[] chosen, MetaFields fields, PageWords words)
    {
        int count = 0, last = -1;
        for (int i = 0; i < chosen.Length; i++)
        {
            if (!chosen[i]) continue;
            count += page.BlockAt(i).Words;
            last = i;
        }

        if (count >= Whole) return false;
        if (page.Linked.ArticleBody is { } body && Letters.Of(body).Length is var all && last >= 0 && all > 0)
        {
            // The whole text for machines tells how much of it is shown.
            int shown = 0;
            for (int i = 0; i < chosen.Length; i++) shown += chosen[i] ? Letters.Of(page.TextOf(i)).Length : 0;
            if (shown * 10 >= all * 8) return false;
        }

        if (page.Linked.IsFree == false) return true;
        foreach ((_, string tier) in fields.Of(page, "tier"))
        {
            if (tier.Equals("locked", StringComparison.OrdinalIgnoreCase) || tier.Equals("premium", StringComparison.OrdinalIgnoreCase) || tier.Equals("metered", StringComparison.OrdinalIgnoreCase)) return true;
        }

        for (int i = last + 1; last >= 0 && i < page.Blocks.Count && i <= last + Reach; i++)
        {
            if (page.BlockAt(i).Words < 40 && words.AsksToPay(page.TextOf(i))) return true;
        }

        return false;
    }
}
