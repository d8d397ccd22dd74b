namespace Sanad.Reading.Html;

/// <summary>Finds the block in which a page prints its article's title.</summary>
internal static class TitleFinder
{
    /// <summary>Share of the words that a heading and the head's title must have in common.</summary>
    private const float Alike = 0.6f;

    /// <summary>What a word behind it speaks for a heading: of teasers and the title itself the latter has the text behind it.</summary>
    private const float Text = 0.001f;

    /// <summary>Words from which on a heading that nothing else speaks for can be a title.</summary>
    private const int FewWords = 3;

    private const int Reach = 14, MostWords = 150;

    public static int Find(Page page)
    {
        HashSet<string> wanted = WordsOf(page.HeadTitle);
        int best = -1, first = -1, headings = 0, heading = -1;
        float likest = Alike;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            Block block = page.Blocks[i];
            if (block.Role == Role.Title && first < 0) first = i;
            bool isHeading = block.Role is Role.Title or Role.Heading;
            if (isHeading && !block.Regions.HasFlag(Region.Hidden))
            {
                headings++;
                heading = i;
            }

            if (!isHeading && (block.Words > 40 || block.LinkCharacters > 0 || block.Regions.HasFlag(Region.Hidden))) continue;
            if (!isHeading && wanted.Count < 3) continue;
            float likeness = Likeness(page.TextOf(i), wanted);
            if (likeness <= 0) continue;
            likeness += (block.Role == Role.Title ? 0.3f : isHeading ? 0.2f : 0) + (WordsBehind(page, i) * Text);
            if (likeness <= likest) continue;
            likest = likeness;
            best = i;
        }

        if (best >= 0 || first >= 0) return best >= 0 ? best : first;
        // Versions to print have one heading, and often the site's name for a title.
        return headings == 1 && page.Blocks[heading].Words >= FewWords && WordsBehind(page, heading) > 0 ? heading : -1;
    }

    private static int WordsBehind(Page page, int block)
    {
        int words = 0;
        for (int i = block + 1; i < Math.Min(page.Blocks.Count, block + 1 + Reach); i++)
        {
            if (page.Blocks[i].Words >= 10 && page.Blocks[i].LinkCharacters * 2 < page.Blocks[i].Length) words += page.Blocks[i].Words;
        }

        return Math.Min(words, MostWords);
    }

    /// <summary>Share of common words, by the fewer of the two: the head's title may carry the site's name.</summary>
    private static float Likeness(ReadOnlySpan<char> text, HashSet<string> wanted)
    {
        HashSet<string> words = WordsOf(text);
        if (words.Count == 0 || wanted.Count == 0) return 0;
        int common = 0;
        foreach (string word in words)
        {
            if (wanted.Contains(word)) common++;
        }

        return words.Count < 3 && common < wanted.Count ? 0 : (float)common / Math.Max(words.Count, wanted.Count - 4);
    }

    private static HashSet<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            words.Add(text[start..i].ToString());
            start = -1;
        }

        return words;
    }
}
