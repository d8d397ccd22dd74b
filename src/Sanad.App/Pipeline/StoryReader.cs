using System.Diagnostics;
using System.Globalization;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.Corrections;
using Sanad.Reading.Plain;
using Sanad.Stories;

namespace Sanad.App.Pipeline;

/// <summary>Works out stories from the texts that a ledger keeps, with what people corrected laid over what is found.</summary>
internal sealed class StoryReader
{
    /// <summary>Characters of kept text that are worked on at a time when summaries are refreshed.</summary>
    private const int ChunkCharacters = 8_000_000;

    /// <summary>Articles that are worked on between two looks at the clock; stories of more are not read for a list.</summary>
    private const int MostListed = 128;

    private readonly SqliteLedger _ledger;
    private readonly PlainReader _reader;
    private readonly Analyzer _analyzer;
    private readonly StoryBuilder _builder;
    private readonly Overlay _overlay;
    private readonly int _jobs;

    /// <summary>With the corrections that the ledger holds now.</summary>
    public StoryReader(SqliteLedger ledger, LanguageSet languages, int jobs)
        : this(ledger, languages, jobs, new Overlay(ledger.Corrections()))
    {
    }

    /// <param name="overlay">What is laid over what is found.</param>
    public StoryReader(SqliteLedger ledger, LanguageSet languages, int jobs, Overlay overlay)
    {
        _overlay = overlay;
        Languages = languages;
        _ledger = ledger;
        _jobs = jobs;
        _reader = new PlainReader(languages);
        _analyzer = new Analyzer(languages);
        _builder = new StoryBuilder(languages, (article, borrowed) => overlay.Lay(_analyzer.Analyze(article, borrowed))) { Copies = overlay.Copies };
    }

    public LanguageSet Languages { get; }

    /// <summary>The story's whole ledger; null where there is no such story.</summary>
    public StoryLedger? Read(long story, CancellationToken stop)
    {
        IReadOnlyList<KeptText> texts = _ledger.TextsOf(story);
        return texts.Count == 0 ? null : Build(story, [.. OrderedWork.Run(texts, Analyze, _jobs, stop)]) with
        {
            Versions = texts.Where(static text => text.Number > 1).ToDictionary(static text => text.Source, static text => (int)text.Number, StringComparer.Ordinal),
        };
    }

    /// <summary>Stories one after the other, in the order of the numbers; those without articles are left out. Few are held at once, however many there are.</summary>
    public IEnumerable<StoryLedger> ReadAll(IEnumerable<long> stories, CancellationToken stop) =>
        OrderedWork.Run(stories.Select(story => (Story: story, Texts: _ledger.TextsOf(story))).Where(static item => item.Texts.Count > 0), item => Build(item.Story, [.. item.Texts.Select(Analyze)]), _jobs, stop,
            weigh: static item => item.Texts.Sum(static text => (long)text.Text.Length), mostWeight: ChunkCharacters);

    /// <summary>Works out the summaries of the stories that articles were added to since the last time, and tells the change feed which of their figures these moved.</summary>
    /// <param name="today">The day on which they are told.</param>
    /// <param name="most">Articles that are read for it at most, so that adding many costs no second reading; the rest is left to whoever lists the stories. All where null.</param>
    public void Refresh(DateOnly today, CancellationToken stop, int? most = null)
    {
        var chunk = new List<(long Story, IReadOnlyList<KeptText> Texts)>();
        int characters = 0;
        foreach (long story in _ledger.Summarise(most))
        {
            chunk.Add((story, _ledger.TextsOf(story)));
            characters += chunk[^1].Texts.Sum(static text => text.Text.Length);
            if (characters < ChunkCharacters) continue;
            RefreshChunk(chunk, today, stop);
            chunk.Clear();
            characters = 0;
        }

        RefreshChunk(chunk, today, stop);
    }

    /// <summary>
    /// As above, for whoever lists the stories and waits for it: those at the head of the list first, until the time is up. Origins of the others stand at as many as their articles until
    /// somebody lists them again.
    /// </summary>
    public void RefreshListed(DateOnly today, CancellationToken stop, TimeSpan most)
    {
        var watch = Stopwatch.StartNew();
        _ledger.Summarise(0);
        var chunk = new List<(long Story, IReadOnlyList<KeptText> Texts)>();
        long articles = 0;
        foreach ((long story, long count) in _ledger.Unread(MostListed))
        {
            if (watch.Elapsed >= most) break;
            chunk.Add((story, _ledger.TextsOf(story)));
            if ((articles += count) < MostListed) continue;
            RefreshChunk(chunk, today, stop);
            chunk.Clear();
            articles = 0;
        }

        RefreshChunk(chunk, today, stop);
    }

    private void RefreshChunk(List<(long Story, IReadOnlyList<KeptText> Texts)> chunk, DateOnly today, CancellationToken stop) =>
        _ledger.Refresh([.. OrderedWork.Run(chunk, item => Build(item.Story, [.. item.Texts.Select(Analyze)]), _jobs, stop)], new FigureMoves(Languages).Of, today);

    /// <summary>What is found in a kept text, corrected.</summary>
    public Analysis Analyze(KeptText text) => _overlay.Lay(AnalyzeAsFound(text));

    /// <summary>What the program itself finds in it.</summary>
    public Analysis AnalyzeAsFound(KeptText text) =>
        _analyzer.Analyze(text.Reading is { } reading ? KeptReading.Read(text, reading) : _reader.Read(text.Source, text.Text, text.Metadata));

    private StoryLedger Build(long story, IReadOnlyList<Analysis> analyses) => _builder.Build(story.ToString(CultureInfo.InvariantCulture), analyses);
}
