namespace Sanad.Reading.Html;

/// <summary>
/// What the second round weighs of a block: the first round's verdict on it and on the blocks around, its place among them, its shape. One number a measure, in the
/// order of <see cref="Names"/>. Verdicts are sums before the logistic function, from -8 to 8; shares are of words, 0 to 1; gaps and lengths are in words.
/// </summary>
internal static class BlockMeasures
{
    private const float Far = 999, Bound = 8;

    private static readonly string[] Neighbours = ["-3", "-2", "-1", "+1", "+2", "+3"];

    public static IReadOnlyList<string> Names { get; } =
    [
        "own", .. Neighbours.Select(static n => "verdict" + n), .. Neighbours.Select(static n => "words" + n), .. Neighbours.Select(static n => "links" + n),
        "mean-5", "mean-11", "mean-siblings", "mean-parent", "mean-grandparent", "mean-signature", "mean-region",
        "share-parent", "share-grandparent", "share-signature", "blocks-signature", "sentence-parent", "sentence-signature",
        "gap-before", "gap-behind", "blocks-to-first", "blocks-to-last", "from-home", "place",
        "words", "characters", "links", "marked", "ends", "starts", "role", "role-before", "role-after", "siblings", "first-child", "last-child", "depth", "position", "to-title", "steps-to-title", "steps-of-title",
        "article", "main", "aside", "navigation", "header", "footer", "figure", "form", "list", "table", "quote", "hidden", "body", "inner", "linked-body", "repeated", "blocks", "found-words", "commas", "digits",
    ];

    public static int Count { get; } = Names.Count;

    public static void Measure(Page page, PageStatistics statistics, FirstVerdict verdict, int number, Span<float> into)
    {
        ref readonly Block block = ref page.BlockAt(number);
        ReadOnlySpan<char> text = page.TextOf(number);
        int at = 0;
        void Add(Span<float> measures, float value) => measures[at++] = value;
        Add(into, verdict.SumOf(number));
        foreach (int offset in (ReadOnlySpan<int>)[-3, -2, -1, 1, 2, 3]) Add(into, verdict.SumOf(number + offset));
        foreach (int offset in (ReadOnlySpan<int>)[-3, -2, -1, 1, 2, 3]) Add(into, IsThere(page, number + offset) ? page.BlockAt(number + offset).Words : -1);
        foreach (int offset in (ReadOnlySpan<int>)[-3, -2, -1, 1, 2, 3]) Add(into, IsThere(page, number + offset) ? LinksOf(page.BlockAt(number + offset)) : -1);
        Container own = page.Containers[block.Container];
        int parent = own.Parent, grandparent = parent < 0 ? -1 : page.Containers[parent].Parent;
        Add(into, verdict.MeanAround(number, 2));
        Add(into, verdict.MeanAround(number, 5));
        Add(into, verdict.MeanOf(block.Container, number));
        Add(into, verdict.MeanOf(parent, number));
        Add(into, verdict.MeanOf(grandparent, number));
        Add(into, verdict.MeanOfSignature(block.Container, number));
        Add(into, verdict.MeanOfRole(number));
        Add(into, verdict.ShareOf(parent));
        Add(into, verdict.ShareOf(grandparent));
        Add(into, verdict.ShareOfSignature(block.Container));
        Add(into, statistics.BlocksOfSignature(block.Container));
        Add(into, statistics.SentenceShareOf(parent));
        Add(into, statistics.SentenceShareOfSignature(block.Container));
        Add(into, Math.Min(verdict.GapBefore(number), Far));
        Add(into, Math.Min(verdict.GapBehind(number), Far));
        Add(into, verdict.First < 0 ? Far : number - verdict.First);
        Add(into, verdict.First < 0 ? Far : number - verdict.Last);
        Add(into, verdict.StepsFromHome(block.Container));
        Add(into, verdict.PlaceOf(number));
        Add(into, block.Words);
        Add(into, block.Length);
        Add(into, LinksOf(block));
        Add(into, (float)block.MarkedCharacters / block.Length);
        Add(into, BlockFeatures.EndOf(text));
        Add(into, char.IsUpper(text[0]) ? 0 : char.IsLower(text[0]) ? 1 : char.IsDigit(text[0]) ? 2 : 3);
        Add(into, (int)block.Role);
        Add(into, IsThere(page, number - 1) ? (int)page.BlockAt(number - 1).Role : -1);
        Add(into, IsThere(page, number + 1) ? (int)page.BlockAt(number + 1).Role : -1);
        int firstBlock = parent < 0 ? 0 : page.Containers[parent].FirstBlock, endBlock = parent < 0 ? page.Blocks.Count : page.Containers[parent].EndBlock;
        Add(into, endBlock - firstBlock);
        Add(into, number - firstBlock);
        Add(into, endBlock - 1 - number);
        Add(into, own.Depth);
        Add(into, (float)statistics.WordsBefore(number) / Math.Max(1, statistics.Words));
        Add(into, statistics.FirstTitle < 0 ? Far : Math.Clamp(number - statistics.FirstTitle, -100, 100));
        (int from, int to) = statistics.StepsToTitle(block.Container);
        Add(into, from);
        Add(into, to);
        foreach (Region region in (ReadOnlySpan<Region>)[Region.Article, Region.Main, Region.Aside, Region.Navigation, Region.Header, Region.Footer, Region.Figure, Region.Form, Region.List, Region.Table, Region.Quote, Region.Hidden, Region.ArticleBody, Region.InnerArticle])
            Add(into, (block.Regions & region) != 0 ? 1 : 0);
        Add(into, statistics.InLinkedBody(number));
        Add(into, statistics.IsRepeated(number) ? 1 : 0);
        Add(into, page.Blocks.Count);
        Add(into, verdict.FoundWords);
        Add(into, block.Counts.Commas);
        Add(into, (float)block.Counts.Digits / text.Length);
    }

    public static float Bounded(float sum) => Math.Clamp(sum, -Bound, Bound);

    private static float LinksOf(in Block block) => (float)block.LinkCharacters / block.Length;

    private static bool IsThere(Page page, int number) => number >= 0 && number < page.Blocks.Count;
}
