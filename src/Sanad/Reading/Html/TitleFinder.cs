namespace Sanad.Reading.Html;

/// <summary>Finds the block in which a page prints its article's title.</summary>
internal static class TitleFinder
{
    /// <summary>Share of the words that a heading and the head's title must have in common.</summary>
    private const float Alike = 0.6f;

    /// <summary>What a word behind it speaks for a heading: of teasers and the title itself the latter has the text behind it.</summary>
    private const float Text = 0.001f;

    /// <summary>What an element for titles or headings speaks for its text.</summary>
    private const float OfTitle = 0.3f, OfHeading = 0.2f;

    private const float MostBonus = OfTitle + (MostWords * Text) + 0.001f;

    /// <summary>Words from which on a heading that nothing else speaks for can be a title.</summary>
    private const int FewWords = 3;

    private const int Reach = 14, MostWords = 150;

    public static int Find(Page page)
    {
        var wanted = new Wanted(page.HeadTitle);
        int best = -1, first = -1, headings = 0, heading = -1;
        float likest = Alike;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            ref readonly Block block = ref page.BlockAt(i);
            if (block.Role == Role.Title && first < 0) first = i;
            bool isHeading = block.Role is Role.Title or Role.Heading;
            if (isHeading && !block.Regions.HasFlag(Region.Hidden))
            {
                headings++;
                heading = i;
            }

            if (!isHeading && (block.Words > 40 || block.LinkCharacters > 0 || block.Regions.HasFlag(Region.Hidden))) continue;
            if (!isHeading && wanted.Count < 3) continue;
            float likeness = wanted.Likeness(page.TextOf(i), likest - MostBonus);
            if (likeness <= 0) continue;
            likeness += (block.Role == Role.Title ? OfTitle : isHeading ? OfHeading : 0) + (WordsBehind(page, i) * Text);
            if (likeness <= likest) continue;
            likest = likeness;
            best = i;
        }

        if (best >= 0 || first >= 0) return best >= 0 ? best : first;
        // Versions to print have one heading, and often the site's name for a title.
        return headings == 1 && page.BlockAt(heading).Words >= FewWords && WordsBehind(page, heading) > 0 ? heading : -1;
    }

    private static int WordsBehind(Page page, int block)
    {
        int words = 0;
        for (int i = block + 1; i < Math.Min(page.Blocks.Count, block + 1 + Reach); i++)
        {
            if (page.BlockAt(i).Words >= 10 && page.BlockAt(i).LinkCharacters * 2 < page.BlockAt(i).Length) words += page.BlockAt(i).Words;
        }

        return Math.Min(words, MostWords);
    }

    /// <summary>The words of the head's title.</summary>
    private sealed class Wanted
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

        /// <summary>Lengths of the words, and their first characters, a bit each: most words of a page show by these that they are none of the title's.</summary>
        private readonly ulong _lengths, _firsts;

        public Wanted(string? title)
        {
            HashSet<string> words = WordsOf(title);
            _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
            Count = words.Count;
            foreach (string word in words)
            {
                _lengths |= Bit(word.Length);
                _firsts |= Bit(First(word));
            }
        }

        public int Count { get; }

        /// <summary>Share of common words, by the fewer of the two: the head's title may carry the site's name.</summary>
        /// <param name="least">What is less may be told as nothing.</param>
        public float Likeness(ReadOnlySpan<char> text, float least)
        {
            if (Count == 0 || Shared(text) < least * Math.Max(1, Count - 4)) return 0;
            HashSet<string> words = WordsOf(text);
            int common = 0;
            foreach (string word in words)
            {
                if (_words.Contains(word)) common++;
            }

            return words.Count < 3 && common < Count ? 0 : (float)common / Math.Max(words.Count, Count - 4);
        }

        /// <summary>How many words of the text are among these, those that stand again counted again.</summary>
        private int Shared(ReadOnlySpan<char> text)
        {
            int shared = 0;
            for (int end = 0; Next(text, ref end) is { IsEmpty: false } word;)
            {
                if ((_lengths & Bit(word.Length)) != 0 && (_firsts & Bit(First(word))) != 0 && _words.Contains(word)) shared++;
            }

            return shared;
        }

        private static ulong Bit(int number) => 1UL << number;

        private static int First(ReadOnlySpan<char> word) => char.ToUpperInvariant(word[0]);

        private static HashSet<string> WordsOf(ReadOnlySpan<char> text)
        {
            var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (int end = 0; Next(text, ref end) is { IsEmpty: false } word;) words.Add(word.ToString());
            return words;
        }

        /// <returns>The next word from <paramref name="end"/> on, which is then behind it; nothing where there is none.</returns>
        private static ReadOnlySpan<char> Next(ReadOnlySpan<char> text, ref int end)
        {
            while (end < text.Length && !char.IsLetterOrDigit(text[end])) end++;
            int start = end;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            return text[start..end];
        }
    }
}
