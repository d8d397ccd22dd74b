using Microsoft.Data.Sqlite;
using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// The inverted index of the ledger's features: which recent articles hold a name, a place, a number, a rare word. Features touched
/// are held in memory, those used last longest, and changes until <see cref="Save"/>, so that a batch reads and writes each row once.
/// </summary>
internal sealed class StoryIndex : IStoryIndex, IDisposable
{
    /// <summary>Features and articles held in memory, at most.</summary>
    private const int MostHeld = 400_000, MostArticles = 150_000;

    private readonly Prepared _count, _find, _article, _save;
    private readonly LastUsed<Feature> _features = new(MostHeld);
    private readonly LastUsed<StoryCandidate> _articles = new(MostArticles);
    private readonly List<long> _changed = [];
    private readonly SharedCounts _shared = new();
    private long? _articleCount;

    public StoryIndex(SqliteConnection connection)
    {
        _count = new Prepared(connection, "SELECT count(*) FROM article");
        _find = new Prepared(connection, "SELECT holders, recent FROM feature WHERE number = ?1");
        _article = new Prepared(connection, "SELECT story, features FROM article WHERE id = ?1");
        _save = new Prepared(connection, "INSERT INTO feature VALUES (?1, ?2, ?3) ON CONFLICT (number) DO UPDATE SET holders = ?2, recent = ?3");
    }

    public long ArticleCount => _articleCount ??= (long)_count.Value()!;

    public long Frequency(long feature) => Of(feature).Count;

    public IReadOnlyList<StoryCandidate> Candidates(ReadOnlySpan<long> features, int most)
    {
        _shared.Clear(features.Length * HolderList.Most);
        foreach (long feature in features)
        {
            HolderList holders = Of(feature).Holders;
            for (int i = 0; i < holders.Count; i++) _shared.Add(holders[i]);
        }

        var candidates = new List<StoryCandidate>(most);
        foreach (long article in _shared.Greatest(features.Length, most)) candidates.Add(Held(article));
        return candidates;
    }

    public void Add(long article, long story, StoryFeatures features, double length)
    {
        foreach (long number in features.Numbers)
        {
            ref Feature feature = ref Changing(number);
            feature.Count++;
            feature.Holders.Add(article);
        }

        _articleCount = ArticleCount + 1;
        Hold(new StoryCandidate(article, story, features, length));
    }

    /// <summary>Takes an article out, before its new version goes in.</summary>
    public void Remove(long article)
    {
        foreach (long number in Held(article).Features.Numbers)
        {
            ref Feature feature = ref Changing(number);
            feature.Count = Math.Max(0, feature.Count - 1);
            feature.Holders.Remove(article);
        }

        _articleCount = ArticleCount - 1;
    }

    /// <summary>Notes that the article stands in another story now.</summary>
    public void Move(long article, long story) => Hold(Held(article) with { Story = story });

    /// <summary>An article that the ledger holds.</summary>
    public StoryCandidate Held(long article)
    {
        int place = _articles.PlaceOf(article);
        if (place >= 0) return _articles.At(place);
        using Cursor row = _article.Rows(article);
        row.Read();
        StoryFeatures features = FeatureBlob.Read(row.Blob(1), out double length);
        return _articles.At(_articles.Add(article, new StoryCandidate(article, row.Long(0), features, length)));
    }

    /// <summary>Writes what changed, in the transaction that is open.</summary>
    public void Save()
    {
        // In the order of the table, so that rows of one page are written one after the other.
        _changed.Sort();
        foreach (long number in _changed)
        {
            ref Feature feature = ref Of(number);
            _save.Run(number, feature.Count, feature.Holders.ToBytes());
            feature.IsChanged = false;
        }

        _changed.Clear();
        _features.Trim();
        _articles.Trim();
    }

    /// <summary>Drops what is held: after a rollback, or when another process has written.</summary>
    public void Forget()
    {
        _features.Clear();
        _articles.Clear();
        _changed.Clear();
        _articleCount = null;
    }

    public void Dispose()
    {
        _count.Dispose();
        _find.Dispose();
        _article.Dispose();
        _save.Dispose();
    }

    private void Hold(StoryCandidate article)
    {
        int place = _articles.PlaceOf(article.Article);
        if (place < 0) _articles.Add(article.Article, article);
        else _articles.At(place) = article;
    }

    private ref Feature Changing(long number)
    {
        ref Feature feature = ref Of(number);
        if (!feature.IsChanged) _changed.Add(number);
        feature.IsChanged = true;
        return ref feature;
    }

    /// <summary>The feature as it is held, good until the next is asked for.</summary>
    private ref Feature Of(long number)
    {
        int place = _features.PlaceOf(number);
        if (place >= 0) return ref _features.At(place);
        using Cursor row = _find.Rows(number);
        return ref _features.At(_features.Add(number, row.Read() ? new Feature { Count = row.Long(0), Holders = HolderList.Of(row.Blob(1)) } : default));
    }

    private struct Feature
    {
        /// <summary>Articles that hold it, in all.</summary>
        public long Count;

        /// <summary>The newest of them.</summary>
        public HolderList Holders;

        public bool IsChanged;
    }
}
