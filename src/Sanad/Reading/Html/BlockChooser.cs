namespace Sanad.Reading.Html;

/// <summary>Chooses a page's article from the chances of its blocks.</summary>
internal static class BlockChooser
{
    /// <summary>Chance from which on a block is the article's.</summary>
    public const float Likely = 0.5f;

    /// <summary>Chance below which no block is the article's, however few there are; less where the page says that it holds an article.</summary>
    private const float Least = 0.1f, LeastOfArticle = 0.03f;

    /// <summary>Words of a caption, and of the title of another article.</summary>
    private const int LongestCaption = 60, FewestOfTitle = 4, MostOfTitle = 25;

    private const int FewestOfParagraph = 10;

    private const float AllLinked = 0.95f;

    /// <summary>Words in a row that are compared.</summary>
    private const int Gram = 4;

    /// <summary>Quotations set apart that are looked for in the text: no page has more.</summary>
    private const int MostSetApart = 50;

    /// <summary>Share of what was there before from which on a run of repeated blocks is a second copy of the text.</summary>
    private const float Copied = 0.3f;

    /// <summary>Share of known rows of words from which on a block repeats; a long one may be the whole text with its paragraphs glued together.</summary>
    private const float Alike = 0.9f, AlikeOfLong = 0.6f;

    private const int Long = 100;

    /// <returns>Whether each block is the article's.</returns>
    /// <param name="quote">The hint of elements that hold a quotation set apart.</param>
    public static bool[] Choose(Page page, ReadOnlySpan<float> chances, PageWords words, ulong quote = 0)
    {
        bool[] chosen = new bool[chances.Length];
        float best = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chances[i] > best && !IsNever(page, i, words)) best = chances[i];
        }

        // Of a page with a few lines of text only, each line alone may look like the page around it.
        float enough = best >= Likely ? Likely : Math.Max(page.SaysArticle ? LeastOfArticle : Least, best / 2);
        for (int i = 0; i < chosen.Length; i++) chosen[i] = chances[i] >= enough && !IsNever(page, i, words);
        KeepSubheads(page, chosen);
        DropCopies(page, chosen);
        DropPullQuotes(page, chosen, quote);
        DataTables.Add(page, chosen);
        return chosen;
    }

    /// <summary>A heading right above a paragraph of the text, in the same element and behind the text's first, heads it: alone it may look like one of the page.</summary>
    private static void KeepSubheads(Page page, bool[] chosen)
    {
        bool any = false;
        for (int i = 0; i + 1 < chosen.Length; i++)
        {
            any |= chosen[i];
            ref readonly Block block = ref page.BlockAt(i);
            if (chosen[i] || !any || block.Role != Role.Heading || block.LinkCharacters > 0 || block.Words > MostOfTitle || !chosen[i + 1]) continue;
            ref readonly Block below = ref page.BlockAt(i + 1);
            if (below.Words >= FewestOfParagraph && page.Containers[block.Container].Parent == page.Containers[below.Container].Parent) chosen[i] = true;
        }
    }

    /// <summary>
    /// What is never the article's text, whatever its chance: a caption, by its element or by a photographer's credit in brackets at its end, and a line that is a link
    /// from end to end and no sentence: the way to another article.
    /// </summary>
    private static bool IsNever(Page page, int number, PageWords words)
    {
        ref readonly Block block = ref page.BlockAt(number);
        if (block.Role == Role.Caption) return true;
        ReadOnlySpan<char> text = page.TextOf(number);
        bool isLink = block.Role is Role.Paragraph or Role.Division && block.Words is >= FewestOfTitle and <= MostOfTitle && block.LinkCharacters >= block.Length * AllLinked;
        if (isLink && !PageStatistics.EndsSentence(text)) return true;
        return block.Words <= LongestCaption && words.IsPhotoCredited(text, out bool inBrackets) && inBrackets;
    }

    /// <summary>
    /// Pages hold their text again for other readers: behind a paywall, for small screens, for machines. A run of blocks of which nearly all was there before is such
    /// a copy when it is long beside what was there; what repeats here and there (an ingredient, a refrain) is the text's own. What is hidden comes last.
    /// </summary>
    private static void DropCopies(Page page, bool[] chosen)
    {
        var seen = new HashSet<int>(1024);
        var grams = new List<int>();
        var run = new List<int>();
        int words = 0, runWords = 0;
        void EndRun()
        {
            foreach (int block in run) chosen[block] = runWords < words * Copied;
            words += runWords;
            run.Clear();
            runWords = 0;
        }

        foreach (bool hidden in (ReadOnlySpan<bool>)[false, true])
        {
            for (int i = 0; i < chosen.Length; i++)
            {
                if (!chosen[i] || (page.BlockAt(i).Regions & Region.Hidden) != 0 != hidden) continue;
                GramsOf(page.TextOf(i), grams);
                int known = 0;
                foreach (int gram in grams)
                {
                    if (seen.Contains(gram)) known++;
                }

                if (known >= grams.Count * (page.BlockAt(i).Words >= Long ? AlikeOfLong : Alike))
                {
                    run.Add(i);
                    runWords += page.BlockAt(i).Words;
                    continue;
                }

                EndRun();
                words += page.BlockAt(i).Words;
                foreach (int gram in grams) seen.Add(gram);
            }

            EndRun();
        }
    }

    /// <summary>Words of the article that are set apart in large letters to be seen once more: they stand in it already.</summary>
    private static void DropPullQuotes(Page page, bool[] chosen, ulong quote)
    {
        string? letters = null;
        for (int i = 0, looked = 0; i < chosen.Length && looked < MostSetApart; i++)
        {
            if (!chosen[i] || !IsSetApart(page.Blocks[i], quote) || page.BlockAt(i).Words < Gram) continue;
            looked++;
            letters ??= string.Concat(Enumerable.Range(0, chosen.Length).Where(other => chosen[other] && !IsSetApart(page.Blocks[other], quote)).Select(other => Letters.Of(page.TextOf(other))));
            if (letters.Contains(Letters.Of(page.TextOf(i)), StringComparison.Ordinal)) chosen[i] = false;
        }
    }

    private static bool IsSetApart(Block block, ulong quote) => (block.Regions & (Region.Quote | Region.Aside)) != 0 || (block.Near & quote) != 0;

    /// <summary>Hashes of the words of the text in rows of four; of fewer words one hash of all.</summary>
    private static void GramsOf(ReadOnlySpan<char> text, List<int> grams)
    {
        grams.Clear();
        Span<int> last = stackalloc int[Gram];
        int words = 0, word = 0;
        bool inside = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetterOrDigit(c) || (c > '\u007f' && char.IsLetterOrDigit(c)))
            {
                int small = c <= '9' ? c : c <= 'z' ? c | 0x20 : char.ToLowerInvariant(c);
                word = inside ? (word * 31) + small : small;
                inside = true;
                continue;
            }

            if (!inside) continue;
            inside = false;
            last[words++ % Gram] = word;
            if (words >= Gram) grams.Add(HashOf(last, words));
        }

        if (words < Gram) grams.Add(HashOf(last[..words], words));
    }

    private static int HashOf(ReadOnlySpan<int> last, int words)
    {
        int hash = 17;
        for (int i = 0; i < last.Length; i++) hash = (hash * 1_000_003) ^ last[(words + i) % last.Length];
        return hash;
    }
}
