using Sanad.App.Cli;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Storage;
using Sanad.Language;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;
using Sanad.Stories;
using Sanad.Stories.Dates;
using Sanad.Text;

namespace Sanad.App.Pipeline;

/// <summary>Inputs to analyses: read, analyse in parallel, date the undated by their siblings, in the order of input.</summary>
internal sealed class ArticlePipeline(LanguageSet languages, Complaints complaints)
{
    /// <summary>Articles among which an undated one may find the sibling that dates it, and the most characters they may hold together.</summary>
    private const int Neighbours = 200, NeighbourCharacters = 4_000_000;

    /// <summary>Characters of pages and texts that are under way at once: ordinary ones never come near, and the largest pages go one by one.</summary>
    private const int MostCharacters = 4_000_000;

    private readonly PlainReader _texts = new(languages);
    private readonly Lazy<PageReader> _pages = new(() => new PageReader(languages));

    public Analyzer Analyzer { get; } = new(languages);

    /// <summary>Language of the texts that do not say theirs, or null to work it out.</summary>
    public string? Language { get; init; }

    public required int Jobs { get; init; }

    /// <summary>Whether what the articles are matched by is worked out too.</summary>
    public bool WithFeatures { get; init; }

    /// <summary>Inputs so far of which the server said that they are as they were.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Called for each input of which the server said that it is as it was.</summary>
    public Action<InputItem>? Passed { get; init; }

    /// <summary>Called when all that an archive held before its mark has been handed out and come back for more.</summary>
    public Action<ArchiveMark>? Reached { get; init; }

    /// <summary>Pages that nobody said were articles, and that hold none.</summary>
    public int WithoutArticle { get; private set; }

    /// <summary>Analyses in the order of input. What failed has been named to the complaints when its turn comes.</summary>
    /// <param name="whileWaiting">Called when the next article takes long.</param>
    /// <param name="borrow">Whether undated articles take a day from their siblings; a ledger does that by story instead.</param>
    public IEnumerable<ArticleResult> Run(IEnumerable<InputItem> inputs, bool borrow, CancellationToken stop, Action? whileWaiting = null)
    {
        IEnumerable<ArticleResult> results = OrderedWork.Run(inputs, Analyze, Jobs, stop, whileWaiting, static input => input.Supplied?.Text.Length ?? 0, MostCharacters);
        foreach (ArticleResult result in borrow ? WithDatesBorrowed(results) : results)
        {
            if (result.Input.Remark is { } remark) complaints.Remark(result.Input.Source, remark);
            if (result.Input.Mark is { } mark) Reached?.Invoke(mark);
            else if (result.Input.IsUnchanged) PassOver(result.Input);
            else if (result.IsWithoutArticle && result.Input.IsCandidate) WithoutArticle++;
            // What a list only names has not failed: nobody asked to fetch it.
            else if (result.Input.Link is not null) complaints.Remark(result.Input.Source, result.Reason!);
            else if (result.Analysis is null) complaints.Fail(result.Input.Source, result.Reason!);
            else yield return result;
        }
    }

    private void PassOver(InputItem input)
    {
        Unchanged++;
        Passed?.Invoke(input);
    }

    private ArticleResult Analyze(InputItem input)
    {
        if (input.Supplied is not { } supplied) return new ArticleResult(input) { Reason = input.Reason };
        try
        {
            Metadata metadata = supplied.Metadata.Language is null ? supplied.Metadata with { Language = Language } : supplied.Metadata;
            Article article;
            if (supplied.IsPage)
            {
                PageReading reading = ReadPage(supplied, metadata, input.FurtherPages, out string? missing);
                if (reading.Article is null) return new ArticleResult(input) { Reason = "a page without an article", IsWithoutArticle = true };
                article = reading.Article;
                // The same article is found again by the address that it gives itself, however it was reached: from a phone's version, with a campaign's mark.
                input = input with { Address = article.Url ?? input.Address };
                if ((reading.Remark ?? missing) is not null) input = input with { Remark = string.Join("; ", ((string?[])[input.Remark, reading.Remark, missing]).OfType<string>()) };
            }
            else
            {
                article = _texts.Read(supplied.Source, supplied.Text, metadata);
            }

            Analysis analysis = Analyzer.Analyze(article);
            return new ArticleResult(input) { Analysis = analysis, Features = WithFeatures ? StoryFeatures.Of(analysis, languages) : null };
        }
        catch (Exception e)
        {
            // One article that the rules stumble over must not cost the others; it is named and counted as failed.
            return new ArticleResult(input) { Reason = $"could not be analysed ({e.GetType().Name}: {e.Message})" };
        }
    }

    /// <summary>Reads a page and, where they can be had, those on which its article goes on.</summary>
    private PageReading ReadPage(SuppliedText page, Metadata metadata, FurtherPages? further, out string? missing)
    {
        missing = null;
        PageReading reading = _pages.Value.Read(page.Source, page.Text, metadata);
        if (further is null || reading.Article is null || reading.NextPage is null) return reading;
        List<string> markup = further.Gather(reading.NextPage, (html, address) => _pages.Value.Read(page.Source, html, metadata with { Url = address }).NextPage, out missing);
        return markup.Count == 0 ? reading : _pages.Value.Read(page.Source, page.Text, metadata, markup);
    }

    /// <summary>
    /// An undated article waits until its neighbours have been read, and those behind it wait with it; where all are dated, nothing waits.
    /// </summary>
    private IEnumerable<ArticleResult> WithDatesBorrowed(IEnumerable<ArticleResult> results)
    {
        var block = new List<ArticleResult>();
        int handedOut = 0, characters = 0;
        foreach (ArticleResult result in results)
        {
            block.Add(result);
            characters += result.Analysis?.Article.Text.Length ?? 0;
            while (handedOut < block.Count && !block[handedOut].IsUndated) yield return block[handedOut++];
            if (block.Count < Neighbours && characters < NeighbourCharacters) continue;
            foreach (ArticleResult dated in Dated(block, handedOut)) yield return dated;
            block.Clear();
            (handedOut, characters) = (0, 0);
        }

        foreach (ArticleResult dated in Dated(block, handedOut)) yield return dated;
    }

    private IEnumerable<ArticleResult> Dated(List<ArticleResult> block, int from)
    {
        if (from == block.Count) yield break;
        var bySource = new Dictionary<string, BorrowedDate>(StringComparer.Ordinal);
        foreach (BorrowedDate date in DatesBorrowed.Find([.. block.Where(static result => result.Analysis is not null).Select(static result => result.Analysis!)], languages, Analyzer.Analyze)) bySource.TryAdd(date.Source, date);
        for (int i = from; i < block.Count; i++)
        {
            yield return block[i].IsUndated && bySource.TryGetValue(block[i].Analysis!.Article.Source, out BorrowedDate? date)
                ? block[i] with { Analysis = Analyzer.Analyze(block[i].Analysis!.Article, date.Interval) }
                : block[i];
        }
    }
}
