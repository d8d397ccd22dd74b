using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// The inverted index of the ledger's features: which recent articles hold a name, a place, a number, a rare word. Features touched
/// are held in memory until <see cref="Forget"/>, changes until <see cref="Save"/>, so that a batch reads and writes each row once.
/// </summary>
internal sealed class StoryIndex : IStoryIndex, IDisposable
{
    /// <summary>Holders of a feature that are looked at: the newest ones. Keeps the cost of an article from growing with the ledger.</summary>
    private const int Recent = 200;

    /// <summary>Features and articles held in memory; beyond that all are dropped and read again as needed.</summary>
    private const int MostHeld = 400_000, MostArticles = 30_000;

    private readonly Prepared _count, _find, _article, _save;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Holders> _features = [];
    private readonly HashSet<int> _changed = [];
    private readonly Dictionary<long, StoryCandidate> _articles = [];
    private long? _articleCount;

    public StoryIndex(SqliteConnection connection)
    {
        _count = new Prepared(connection, "SELECT count(*) FROM article");
        _find = new Prepared(connection, "SELECT holders, recent FROM feature WHERE name = ?1");
        _article = new Prepared(connection, "SELECT story, features FROM article WHERE id = ?1");
        _save = new Prepared(connection, "INSERT INTO feature VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET holders = ?2, recent = ?3");
    }

    public long ArticleCount => _articleCount ??= (long)_count.Value()!;

    public int Number(string feature)
    {
        if (_numbers.TryGetValue(feature, out int number)) return number;
        _features.Add(new Holders(feature));
        _numbers.Add(feature, number = _features.Count - 1);
        return number;
    }

    public long Frequency(int feature) => HoldersOf(feature).Count;

    public IReadOnlyList<StoryCandidate> Candidates(ReadOnlySpan<int> features, int most)
    {
        var counts = new Dictionary<long, int>();
        foreach (int feature in features)
        {
            foreach (long article in HoldersOf(feature).Articles) CollectionsMarshal.GetValueRefOrAddDefault(counts, article, out _)++;
        }

        // Few of many are wanted: those that share fewer features than the last one wanted are left out before sorting.
        int least = LeastShared(counts, features.Length, most);
        var best = new List<(int Shared, long Article)>(most);
        foreach ((long article, int shared) in counts)
        {
            if (shared >= least) best.Add((shared, article));
        }

        best.Sort(static (a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : a.Article.CompareTo(b.Article));
        return [.. best.Take(most).Select(found => Held(found.Article))];
    }

    public void Add(long article, long story, StoryFeatures features, double length)
    {
        NumberedFeatures numbered = NumberedFeatures.Of(features, this);
        foreach (int number in numbered.Numbers)
        {
            Holders holders = HoldersOf(number);
            holders.Count++;
            holders.Articles.Add(article);
            if (holders.Articles.Count > Recent) holders.Articles.RemoveAt(0);
            _changed.Add(number);
        }

        _articleCount = ArticleCount + 1;
        numbered.Length = length;
        _articles[article] = new StoryCandidate(article, story, numbered);
    }

    /// <summary>Takes an article out, before its new version goes in.</summary>
    public void Remove(long article)
    {
        foreach (int number in Held(article).Features.Numbers)
        {
            Holders holders = HoldersOf(number);
            holders.Count = Math.Max(0, holders.Count - 1);
            holders.Articles.Remove(article);
            _changed.Add(number);
        }

        _articleCount = ArticleCount - 1;
        _articles.Remove(article);
    }

    /// <summary>Notes that the article stands in another story now.</summary>
    public void Move(long article, long story) => _articles[article] = Held(article) with { Story = story };

    /// <summary>Writes what changed, in the transaction that is open.</summary>
    public void Save()
    {
        foreach (int number in _changed)
        {
            Holders holders = _features[number];
            _save.Run(holders.Name, holders.Count, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(holders.Articles)).ToArray());
        }

        _changed.Clear();
        if (_features.Count > MostHeld || _articles.Count > MostArticles) Forget();
    }

    /// <summary>Drops what is held: after a rollback, or when another process has written.</summary>
    public void Forget()
    {
        _numbers.Clear();
        _features.Clear();
        _changed.Clear();
        _articles.Clear();
        _articleCount = null;
    }

    public void Dispose()
    {
        _count.Dispose();
        _find.Dispose();
        _article.Dispose();
        _save.Dispose();
    }

    /// <summary>The most features that at least <paramref name="most"/> articles share, or 1.</summary>
    private static int LeastShared(Dictionary<long, int> counts, int features, int most)
    {
        Span<int> articles = stackalloc int[features + 1];
        foreach (int shared in counts.Values) articles[shared]++;
        int sum = 0;
        for (int shared = features; shared > 1; shared--)
        {
            sum += articles[shared];
            if (sum >= most) return shared;
        }

        return 1;
    }

    /// <summary>Read when first asked for: of most features of an article that is held only the number is wanted.</summary>
    private Holders HoldersOf(int number)
    {
        Holders holders = _features[number];
        if (holders.IsRead) return holders;
        using Cursor row = _find.Rows(holders.Name);
        if (row.Read())
        {
            holders.Count = row.Long(0);
            holders.Articles.AddRange(MemoryMarshal.Cast<byte, long>(row.Bytes(1)));
        }

        holders.IsRead = true;
        return holders;
    }

    /// <summary>An article that the ledger holds.</summary>
    public StoryCandidate Held(long article)
    {
        if (_articles.TryGetValue(article, out StoryCandidate candidate)) return candidate;
        using (Cursor row = _article.Rows(article))
        {
            row.Read();
            NumberedFeatures features = NumberedFeatures.Of(FeatureBlob.Read(row.Bytes(1), out double length), this);
            features.Length = length;
            candidate = new StoryCandidate(article, row.Long(0), features);
        }

        _articles.Add(article, candidate);
        return candidate;
    }

    private sealed class Holders(string name)
    {
        public string Name => name;

        public bool IsRead { get; set; }

        public long Count { get; set; }

        public List<long> Articles { get; } = [];
    }
}
