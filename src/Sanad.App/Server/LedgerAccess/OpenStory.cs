using System.Collections.Concurrent;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Stories;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>A story as the ledger had it at one version, with what its pages need to find in it. Immutable to those who use it, and safe to share.</summary>
public sealed class OpenStory
{
    private readonly ConcurrentDictionary<string, Lazy<Brief>> _briefs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Func<string, string>>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, long> _numbers;
    private readonly LanguageSet _languages;
    private readonly ConcurrentDictionary<Type, Lazy<object>> _derived = new();

    /// <param name="numbers">The ledger's number of each article, by source.</param>
    public OpenStory(long number, StoryVersion version, StoryLedger ledger, IReadOnlyDictionary<string, long> numbers, LanguageSet languages)
    {
        (Number, Version, Ledger, _numbers, _languages) = (number, version, ledger, numbers, languages);
        for (int i = 0; i < ledger.Articles.Count; i++) _at[ledger.Articles[i].Article.Source] = i;
        Characters = ledger.Articles.Sum(static analysis => (long)analysis.Article.Text.Length);
        Origins = new Origins(ledger);
    }

    public long Number { get; }

    /// <summary>Changes when anything that the story is worked out from changes.</summary>
    public StoryVersion Version { get; }

    public StoryLedger Ledger { get; }

    /// <summary>UTF-16 code units of its articles' texts.</summary>
    public long Characters { get; }

    public Origins Origins { get; }

    /// <summary>Who says what, newest first, each saying once however many articles have it.</summary>
    public IReadOnlyList<Saying> Sayings => Derived(static story => Saying.Of(story));

    public Analysis Of(string source) => Ledger.Articles[_at[source]];

    /// <summary>The dates that the story gives the article.</summary>
    public ArticleDate DateOf(string source) => Ledger.Dates[_at[source]];

    /// <summary>The ledger's number of the article, by which its page is addressed.</summary>
    public long NumberOf(string source) => _numbers[source];

    /// <summary>The article of the story that has the number; null where it is of another.</summary>
    public Analysis? Find(long article)
    {
        foreach (Analysis analysis in Ledger.Articles)
        {
            if (_numbers[analysis.Article.Source] == article) return analysis;
        }

        return null;
    }

    /// <summary>That a person corrected the figure; null where it is as it was found.</summary>
    public Corrected? CorrectedFigure(string source, string figure) => Derived(static story => new CorrectedEntries(story.Ledger)).Figure(source, figure);

    /// <summary>The outlet's name, or where the article came from when it has none.</summary>
    public string OutletOf(string source) => Of(source).Article.Outlet is { Length: > 0 } outlet ? outlet : source;

    /// <summary>What pages work out of the story, kept with it: one value of each type.</summary>
    public T Derived<T>(Func<OpenStory, T> work)
        where T : class => (T)_derived.GetOrAdd(typeof(T), _ => new Lazy<object>(() => work(this))).Value;

    /// <summary>What whoever speaks in the story is called in a language; joint speakers as one says it.</summary>
    public Func<string, string> NamesIn(LanguagePack language) =>
        _names.GetOrAdd(language.Code, _ => new Lazy<Func<string, string>>(() => new SpeakerWords(_languages, new BriefWords(language)).In(Ledger.Articles))).Value;

    /// <summary>The story in a page; written when first asked for in the language.</summary>
    public Brief BriefIn(LanguagePack language) =>
        _briefs.GetOrAdd(language.Code, _ => new Lazy<Brief>(() => new BriefWriter(_languages).Write(Ledger, language))).Value;
}
