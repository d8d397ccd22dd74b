using System.Globalization;
using Microsoft.Data.Sqlite;
using Sanad.App.Fetching;
using Sanad.Ledger.Corrections;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>What adding an article did.</summary>
internal enum Added
{
    /// <summary>A new article.</summary>
    New,

    /// <summary>A changed text under an address that was there; the old text is kept.</summary>
    Version,

    /// <summary>It was there already; nothing changed.</summary>
    Known,
}

/// <summary>
/// Adds articles. Those of one batch are one transaction: whatever happens, the ledger holds whole articles only, and an article is
/// kept with its entries, its place in a story and its row of the change feed, or not at all.
/// </summary>
internal sealed class LedgerWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly KnownArticles _known;
    private readonly StoryIndex _index;
    private readonly StoryMatcher _matcher;
    private readonly HookOutbox _outbox;
    private readonly Settling _settling;
    private readonly EntryRows _entries;
    private readonly ChangeRows _changes;
    private readonly ArchiveRows _archives;
    private readonly VersionOrder _versions;
    private readonly RowNumbers _numbers;
    private readonly Prepared _begin, _commit, _rollback, _dataVersion, _newStory, _growStory, _newArticle, _newVersion, _renewArticle, _newestOf, _sourceTaken, _remember, _giveStory;
    private long _seenData = -1;
    private bool _open;
    private Overlay _overlay = Overlay.None;

    public LedgerWriter(SqliteConnection connection, string path)
    {
        (_connection, _path) = (connection, path);
        _known = new KnownArticles(connection);
        _index = new StoryIndex(connection);
        _matcher = new StoryMatcher(_index);
        _outbox = new HookOutbox(connection);
        _settling = new Settling(connection, _index, _matcher) { Moved = _outbox.Move, Verdicts = () => CorrectionRows.Verdicts(connection, CorrectionRows.All(connection, path)) };
        _entries = new EntryRows(connection);
        _changes = new ChangeRows(connection);
        _archives = new ArchiveRows(connection);
        _versions = new VersionOrder(connection);
        _begin = new Prepared(connection, "BEGIN IMMEDIATE");
        _commit = new Prepared(connection, "COMMIT");
        _rollback = new Prepared(connection, "ROLLBACK");
        _dataVersion = new Prepared(connection, "PRAGMA data_version");
        _numbers = new RowNumbers(connection);
        _newStory = new Prepared(connection, "INSERT INTO story (id) VALUES (?1)");
        _growStory = new Prepared(connection, "UPDATE story SET stale = 1, articles = articles + ?2 WHERE id = ?1");
        _newArticle = new Prepared(connection, "INSERT INTO article (id, story, source, address, newest, features) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _newVersion = new Prepared(connection, "INSERT INTO version VALUES (?14, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        _renewArticle = new Prepared(connection, "UPDATE article SET newest = ?2, features = ?3 WHERE id = ?1");
        _newestOf = new Prepared(connection, "SELECT article.story, article.newest, version.number, version.fetched FROM article JOIN version ON version.id = article.newest WHERE article.id = ?1");
        _remember = new Prepared(connection, FetchedRows.Insert);
        _sourceTaken = new Prepared(connection, "SELECT id FROM article WHERE source = ?1");
        _giveStory = new Prepared(connection, "INSERT OR IGNORE INTO story (id) VALUES (?1)");
    }

    /// <param name="today">The day of adding, for the change feed.</param>
    /// <param name="fetched">When the text was fetched, where that is known: one that was fetched before the newest is an older version, and what it said is no news.</param>
    /// <exception cref="LedgerException">The ledger cannot be written; the batch that is open is lost, those before it are kept.</exception>
    public Added Add(Analysis analysis, StoryFeatures features, string? address, DateOnly today, DateTimeOffset? fetched) => Guarded(() =>
    {
        if (!_open) Begin();
        Article article = analysis.Article;
        if (_known.At(address) is { } there)
        {
            if (_known.HasVersion(there, article.Hash)) return Added.Known;
            AddVersion(there, analysis, features, today, RowText.OfTime(fetched));
            return Added.Version;
        }

        if (_known.HasSame(article)) return Added.Known;
        AddNew(analysis, features, address, today, RowText.OfTime(fetched));
        return Added.New;
    });

    /// <summary>
    /// Adds a text as another ledger kept it: under that number of a story and that name, as a later version where the name is there already. Nothing is matched or grouped, since
    /// that ledger has done so; for a ledger that held nothing before.
    /// </summary>
    /// <exception cref="LedgerException">As with <see cref="Add"/>.</exception>
    public void Restore(Analysis analysis, StoryFeatures features, long story, string? address, DateOnly today, string? fetched) => Guarded(() =>
    {
        if (!_open) Begin();
        if (((long?)_sourceTaken.Value(analysis.Article.Source) ?? _known.At(address)) is { } article)
        {
            AddVersion(article, analysis, features, today, fetched);
        }
        else
        {
            _giveStory.Run(story);
            AddNew(analysis, features, address, today, fetched, story);
        }

        _settling.Pass();
        return true;
    });

    /// <summary>Keeps, in the batch of the article that it brought, what a server said of a page.</summary>
    /// <exception cref="LedgerException">As with <see cref="Add"/>.</exception>
    public void Remember(Visit visit) => Guarded(() =>
    {
        _remember.Run(visit.Url, visit.Validators.Address, visit.Validators.ETag, visit.Validators.Modified);
        return true;
    });

    /// <summary>Keeps with the batch how far an archive has been read: all before the mark was added in this batch or before.</summary>
    /// <exception cref="LedgerException">As above.</exception>
    public void Keep(ArchiveMark mark) => Guarded(() =>
    {
        if (!_open) Begin();
        _archives.Put(mark);
        return true;
    });

    /// <summary>Ends the batch: what was added is kept from here on.</summary>
    public void Commit()
    {
        if (!_open) return;
        Guarded(() =>
        {
            _index.Save();
            _outbox.Fill();
            _commit.Run();
            _open = false;
            return true;
        });
    }

    /// <summary>
    /// What persons have said of pairs of articles ("the same story", "not this story"), by number of the article in the ledger; asked for whenever stories are
    /// grouped anew, in that transaction. It comes from the corrections that the ledger keeps unless it is set.
    /// </summary>
    public Func<StoryVerdicts> Verdicts
    {
        get => _settling.Verdicts;
        set => _settling.Verdicts = value;
    }

    /// <summary>Keeps corrections, and writes the entries of articles that they change anew, in one transaction that is kept at once.</summary>
    /// <param name="changed">Number of an article's newest version, and the article as it is with the corrections laid over it.</param>
    /// <exception cref="LedgerException">As above.</exception>
    public void Correct(IEnumerable<Correction> corrections, IEnumerable<(KeptArticle Article, Analysis Analysis)> changed)
    {
        Guarded(() =>
        {
            if (!_open) Begin();
            foreach (Correction correction in corrections) CorrectionRows.Insert(_connection, correction);
            foreach ((KeptArticle article, Analysis analysis) in changed)
            {
                _entries.Forget(article.Version);
                _entries.Add(article.Version, analysis);
                _growStory.Run(article.Story, 0);
            }

            return true;
        });
        Commit();
        _seenData = -1;
    }

    /// <summary>Whether enough articles came in for their stories to be grouped anew.</summary>
    public bool IsToBeSettled => _settling.IsDue;

    /// <summary>Groups the stories that articles came to since the last time, and those near them, anew.</summary>
    /// <param name="today">The day of adding, for the change feed.</param>
    /// <exception cref="LedgerException">As above.</exception>
    public void Settle(DateOnly today)
    {
        if (!_settling.IsIdle) Settled(today, isNew: true);
    }

    /// <summary>Groups the stories of these articles and those near them anew, as after a person's word on them; how many articles were moved.</summary>
    /// <param name="articles">By number; those that the ledger does not hold are passed over.</param>
    /// <exception cref="LedgerException">As above.</exception>
    public int Settle(IEnumerable<long> articles, DateOnly today)
    {
        Guarded(() =>
        {
            if (!_open) Begin();
            foreach (long article in articles) _settling.Await(article);
            return true;
        });
        return Settled(today, isNew: false);
    }

    /// <summary>Groups all stories anew, block by block; how many articles were moved.</summary>
    /// <exception cref="LedgerException">As above.</exception>
    public int SettleAll(DateOnly today, CancellationToken stop)
    {
        int moved = 0;
        for (long? last = 0; last is not null;)
        {
            stop.ThrowIfCancellationRequested();
            last = Guarded(() => _settling.AwaitAfter(last!.Value));
            if (last is not null) moved += Settled(today, isNew: false);
        }

        return moved;
    }

    private int Settled(DateOnly today, bool isNew) => Guarded(() =>
    {
        if (!_open) Begin();
        int moved = _settling.Settle(RowText.OfDay(today)!, isNew);
        _index.Save();
        _outbox.Fill();
        _commit.Run();
        _open = false;
        return moved;
    });

    public void Dispose()
    {
        if (_open) Undo();
        _settling.Dispose();
        _outbox.Dispose();
        _known.Dispose();
        _index.Dispose();
        _entries.Dispose();
        _changes.Dispose();
        _archives.Dispose();
        _versions.Dispose();
        _numbers.Dispose();
        foreach (Prepared prepared in (Prepared[])[_begin, _commit, _rollback, _dataVersion, _newStory, _growStory, _newArticle, _newVersion, _renewArticle, _newestOf, _sourceTaken, _remember, _giveStory]) prepared.Dispose();
    }

    private void Begin()
    {
        _begin.Run();
        _open = true;
        long data = (long)_dataVersion.Value()!;
        if (data != _seenData)
        {
            _index.Forget();
            _overlay = new Overlay(CorrectionRows.All(_connection, _path));
        }

        _numbers.Begin();
        _entries.Begin();
        _outbox.Begin();
        _settling.Resume();
        _seenData = data;
    }

    /// <param name="restored">The story that it is known to belong to; null where that is to be found out.</param>
    private void AddNew(Analysis analysis, StoryFeatures features, string? address, DateOnly today, string? fetched, long? restored = null)
    {
        analysis = _overlay.Lay(analysis);
        StoryMatch match = _matcher.Match(features);
        long? joined = restored ?? match.Story;
        long story = joined ?? NewStory();
        _growStory.Run(story, 1);
        (long article, long version) = (_numbers.NextArticle(), _numbers.NextVersion());
        _newArticle.Run(article, story, FreeSource(analysis.Article.Source), address, version, FeatureBlob.Write(features, match.Length));
        AddText(version, article, 1, analysis, today, fetched);
        _entries.Add(version, analysis);
        _index.Add(article, story, features, match.Length);
        _settling.Await(article, match.Near);
        _changes.Add(RowText.OfDay(today)!, joined is null ? "added" : "joined", story, article, version, analysis);
    }

    private void AddVersion(long article, Analysis analysis, StoryFeatures features, DateOnly today, string? fetched)
    {
        analysis = _overlay.Lay(analysis);
        long story, old, number;
        string? newest;
        using (Cursor row = _newestOf.Rows(article))
        {
            row.Read();
            (story, old, number) = (row.Long(0), row.Long(1), row.Long(2));
            newest = row.Text(3);
        }

        if (fetched is not null && newest is not null && string.CompareOrdinal(fetched, newest) < 0)
        {
            AddText(_numbers.NextVersion(), article, _versions.MakeRoom(article, fetched), analysis, today, fetched);
            return;
        }

        _index.Remove(article);
        _entries.Forget(old);
        _growStory.Run(story, 0);
        long version = _numbers.NextVersion();
        AddText(version, article, number + 1, analysis, today, fetched);
        StoryMatch match = _matcher.Match(features);
        _renewArticle.Run(article, version, FeatureBlob.Write(features, match.Length));
        _entries.Add(version, analysis);
        _index.Add(article, story, features, match.Length);
        _settling.Await(article, match.Near);
        _changes.Add(RowText.OfDay(today)!, "changed", story, article, version, analysis);
    }

    private void AddText(long version, long article, long number, Analysis analysis, DateOnly today, string? fetched)
    {
        Article text = analysis.Article;
        _newVersion.Run(article, number, text.Hash.Value, text.Text, text.Url, text.Outlet, text.Title, text.Published, text.Language,
            RowText.OfDay(analysis.Publication.Anchor), RowText.OfDay(today), KeptReading.Write(text), fetched, version);
    }

    private long NewStory()
    {
        long story = _numbers.NextStory();
        _newStory.Run(story);
        return story;
    }

    /// <summary>A story's page names its articles by source: a name that another article has is told apart by a number.</summary>
    private string FreeSource(string source)
    {
        string free = source;
        for (int i = 2; _sourceTaken.Value(free) is not null; i++) free = string.Create(CultureInfo.InvariantCulture, $"{source}#{i}");
        return free;
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            Undo();
            throw new LedgerException(_path, LedgerFile.ReasonOf(e), e);
        }
    }

    private void Undo()
    {
        _open = false;
        _index.Forget();
        _settling.Forget();
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
