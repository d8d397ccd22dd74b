using System.Globalization;
using Microsoft.Data.Sqlite;
using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// Groups the stories that new articles touch anew, so that in the end it does not matter which article came first. Only those stories and
/// the ones near them are looked at: the cost is that of the news, not of the ledger.
/// </summary>
internal sealed class Settling : IDisposable
{
    /// <summary>Articles that are waited for, and that are grouped at once, at most: beyond that stories near by stay as they are.</summary>
    private const int MostWaiting = 2048, MostArticles = 4096;

    private readonly StoryIndex _index;
    private readonly StoryMatcher _matcher;
    private readonly StorySettler _settler;
    private readonly StoryMoves _moves;
    private readonly Prepared _articlesOf, _storyOf, _features, _all, _move, _grow, _newStory, _change, _mark, _setMark, _last;
    private readonly HashSet<long> _waiting = [];
    private readonly SortedSet<long> _near = [];
    private bool _resumed;

    public Settling(SqliteConnection connection, StoryIndex index, StoryMatcher matcher)
    {
        (_index, _matcher, _settler, _moves) = (index, matcher, new StorySettler(index), new StoryMoves(connection));
        _articlesOf = new Prepared(connection, "SELECT id, source FROM article WHERE story = ?1");
        _storyOf = new Prepared(connection, "SELECT story FROM article WHERE id = ?1");
        _features = new Prepared(connection, "SELECT features FROM article WHERE id = ?1");
        _all = new Prepared(connection, "SELECT article.id, article.features FROM article JOIN version ON version.id = article.newest WHERE article.id > ?1 ORDER BY article.id LIMIT ?2");
        _move = new Prepared(connection, "UPDATE article SET story = ?2 WHERE id = ?1");
        _grow = new Prepared(connection, "UPDATE story SET stale = 1, articles = articles + ?2 WHERE id = ?1");
        _newStory = new Prepared(connection, "INSERT INTO story DEFAULT VALUES RETURNING id");
        _mark = new Prepared(connection, "SELECT value FROM meta WHERE key = 'settled'");
        _setMark = new Prepared(connection, "INSERT INTO meta VALUES ('settled', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1");
        _last = new Prepared(connection, "SELECT coalesce(max(id), 0) FROM article");
        _change = new Prepared(connection, """
            INSERT INTO change SELECT null, ?2, 'moved', ?3, version.id, null, coalesce(version.title, substr(version.text, 1, 80)), null
            FROM article JOIN version ON version.id = article.newest WHERE article.id = ?1
            """);
    }

    /// <summary>What persons have said of pairs of articles, by number of the article; asked for at each settling, in its transaction.</summary>
    public Func<StoryVerdicts> Verdicts { get; set; } = static () => StoryVerdicts.None;

    /// <summary>Called for each article that goes over to another story, in that transaction.</summary>
    public Action<long>? Moved { get; init; }

    public bool IsDue => _waiting.Count >= MostWaiting;

    public bool IsIdle => _waiting.Count == 0;

    /// <summary>Has the article's surroundings grouped anew at the next <see cref="Settle"/>.</summary>
    /// <param name="near">The stories near it, by number.</param>
    public void Await(long article, IEnumerable<long> near)
    {
        _waiting.Add(article);
        _near.UnionWith(near);
    }

    /// <summary>As above, of an article that the ledger holds; nothing where it holds none of that number.</summary>
    public void Await(long article)
    {
        using Cursor row = _features.Rows(article);
        if (row.Read()) Await(article, FeatureBlob.Read(row.Blob(0), out _));
    }

    /// <summary>Has those wait that a run which was stopped kept and did not settle; in the transaction that is open.</summary>
    public void Resume()
    {
        if (_resumed) return;
        _resumed = true;
        if (_mark.Value() is string mark) AwaitAfter(long.Parse(mark, CultureInfo.InvariantCulture));
        else Mark();
    }

    /// <summary>Drops what waits: its batch was lost. What earlier batches kept is taken up by <see cref="Resume"/>.</summary>
    public void Forget()
    {
        _waiting.Clear();
        _near.Clear();
        _resumed = false;
    }

    /// <summary>Leaves those that wait where they are: they are grouped already. In the transaction that is open.</summary>
    public void Pass()
    {
        _waiting.Clear();
        Mark();
    }

    private void Mark() => _setMark.Run(((long)_last.Value()!).ToString(CultureInfo.InvariantCulture));

    /// <summary>Has the next articles of the ledger wait; the number of the last one, null at the end.</summary>
    public long? AwaitAfter(long article)
    {
        long? last = null;
        using Cursor row = _all.Rows(article, MostWaiting);
        while (row.Read())
        {
            last = row.Long(0);
            Await(last.Value, FeatureBlob.Read(row.Blob(1), out _));
        }

        return last;
    }

    /// <summary>Groups anew, in the transaction that is open.</summary>
    /// <param name="isNew">Whether those that wait were not in the ledger before this run: that they are moved is no news then.</param>
    /// <returns>How many articles moved.</returns>
    public int Settle(string day, bool isNew)
    {
        StoryVerdicts verdicts = Verdicts();
        List<(StoryCandidate Article, string Source)> articles = Window(verdicts);
        articles.Sort(static (a, b) => (a.Article.Features.Day ?? DateOnly.MaxValue).CompareTo(b.Article.Features.Day ?? DateOnly.MaxValue) is var order and not 0 ? order : string.CompareOrdinal(a.Source, b.Source));
        List<StoryCandidate> candidates = [.. articles.Select(static article => article.Article)];
        IReadOnlyList<IReadOnlyList<int>> groups = _settler.Group(candidates, verdicts);
        long?[] stories = Stories(groups, candidates);
        int moved = 0;
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (int i in groups[group])
            {
                StoryCandidate candidate = candidates[i];
                if (stories[group] == candidate.Story) continue;
                long story = stories[group] ??= (long)_newStory.Value()!;
                _move.Run(candidate.Article, story);
                Moved?.Invoke(candidate.Article);
                _grow.Run(candidate.Story, -1);
                _grow.Run(story, 1);
                _index.Move(candidate.Article, story);
                moved++;
                if (isNew && _waiting.Contains(candidate.Article)) continue;
                _change.Run(candidate.Article, day, story);
                _moves.Add(candidate.Story, story);
            }
        }

        _moves.Tell(day);

        _waiting.Clear();
        _near.Clear();
        Mark();
        return moved;
    }

    public void Dispose()
    {
        _moves.Dispose();
        foreach (Prepared prepared in (Prepared[])[_articlesOf, _storyOf, _features, _all, _move, _grow, _newStory, _change, _mark, _setMark, _last]) prepared.Dispose();
    }

    private void Await(long article, StoryFeatures features) => Await(article, _matcher.Match(features).Near);

    /// <summary>
    /// The articles of the stories of those that wait, then of those near them, as many as are looked at at once; and those of the stories that a person's word
    /// ties to any of these.
    /// </summary>
    private List<(StoryCandidate Article, string Source)> Window(StoryVerdicts verdicts)
    {
        SortedSet<long> own = [];
        foreach (long article in _waiting) own.Add((long)_storyOf.Value(article)!);

        var articles = new List<(StoryCandidate Article, string Source)>();
        var taken = new HashSet<long>();
        foreach (long story in own.Concat(_near.Where(story => !own.Contains(story))))
        {
            if (articles.Count >= MostArticles) break;
            if (taken.Add(story)) AddArticlesOf(story, articles);
        }

        for (int i = 0; i < articles.Count && !verdicts.IsEmpty; i++)
        {
            foreach (long other in verdicts.TogetherWith(articles[i].Article.Article))
            {
                if (_storyOf.Value(other) is long story && taken.Add(story)) AddArticlesOf(story, articles);
            }
        }

        return articles;
    }

    private void AddArticlesOf(long story, List<(StoryCandidate Article, string Source)> articles)
    {
        var found = new List<(long Article, string Source)>();
        using (Cursor row = _articlesOf.Rows(story))
        {
            while (row.Read()) found.Add((row.Long(0), row.String(1)));
        }

        foreach ((long article, string source) in found) articles.Add((_index.Held(article), source));
    }

    /// <summary>Which story each group goes on as: the one that gave it most of its articles, each story once; null for a new one.</summary>
    private static long?[] Stories(IReadOnlyList<IReadOnlyList<int>> groups, List<StoryCandidate> candidates)
    {
        var overlaps = new List<(int Shared, int Group, long Story)>();
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (IGrouping<long, int> story in groups[group].GroupBy(i => candidates[i].Story)) overlaps.Add((story.Count(), group, story.Key));
        }

        overlaps.Sort(static (a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : a.Story != b.Story ? a.Story.CompareTo(b.Story) : a.Group.CompareTo(b.Group));
        var stories = new long?[groups.Count];
        var taken = new HashSet<long>();
        foreach ((_, int group, long story) in overlaps)
        {
            if (stories[group] is null && taken.Add(story)) stories[group] = story;
        }

        return stories;
    }
}
