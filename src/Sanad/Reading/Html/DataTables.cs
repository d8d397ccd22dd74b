namespace Sanad.Reading.Html;

/// <summary>Tables that stand among an article's paragraphs: they are the article's, all of each, though row by row their few words look like the page around it.</summary>
internal static class DataTables
{
    /// <summary>Chooses the rows of such tables among the chosen blocks.</summary>
    public static void Add(Page page, bool[] chosen)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true);
        for (int i = first + 1; i > 0 && i < last; i++)
        {
            if (page.BlockAt(i).Role != Role.Row || TableOf(page, page.BlockAt(i).Container) is not { } table) continue;
            if (table.FirstBlock > first && table.EndBlock <= last && IsBeside(page, chosen, table) && HoldsData(page, table)) chosen.AsSpan(table.FirstBlock, table.EndBlock - table.FirstBlock).Fill(true);
            i = Math.Max(i, table.EndBlock - 1);
        }
    }

    /// <summary>The outermost table around the element that holds no table for layout.</summary>
    private static Container? TableOf(Page page, int container)
    {
        Container? table = null;
        for (int at = container; at >= 0 && page.Containers[at].Role is Role.Row or Role.Table; at = page.Containers[at].Parent) table = page.Containers[at];
        return table is { Role: Role.Table } ? table : null;
    }

    /// <summary>Whether a chosen block stands before the table, and one behind it, in the element that holds the table or the one around that.</summary>
    private static bool IsBeside(Page page, bool[] chosen, Container table)
    {
        for (int at = table.Parent, up = 0; at >= 0 && up < 2; at = page.Containers[at].Parent, up++)
        {
            Container home = page.Containers[at];
            if (chosen.AsSpan(home.FirstBlock, table.FirstBlock - home.FirstBlock).Contains(true) && chosen.AsSpan(table.EndBlock, home.EndBlock - table.EndBlock).Contains(true)) return true;
        }

        return false;
    }

    /// <summary>Whether the table has rows of several cells, with numbers and hardly any links: it is no list of teasers and lays out no page.</summary>
    private static bool HoldsData(Page page, Container table)
    {
        int rows = 0, links = 0, length = 0;
        bool digits = false;
        for (int i = table.FirstBlock; i < table.EndBlock; i++)
        {
            ref readonly Block block = ref page.BlockAt(i);
            if (block.Role is not (Role.Row or Role.Caption) || (block.Regions & (Region.Hidden | Region.Navigation | Region.Aside | Region.Form | Region.Footer)) != 0) return false;
            ReadOnlySpan<char> text = page.TextOf(i);
            if (text.Contains('\t')) rows++;
            digits |= text.ContainsAnyInRange('0', '9');
            links += block.LinkCharacters;
            length += block.Length;
        }

        return rows >= 2 && rows * 4 >= (table.EndBlock - table.FirstBlock) * 3 && digits && links * 4 < length;
    }
}
