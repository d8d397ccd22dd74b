using Sanad.App.Storage.Sqlite;
using Xunit;

namespace Sanad.App.Tests.Storage;

/// <summary>Words that stand in very many articles.</summary>
public sealed class SearchRowsTests : IDisposable
{
    private const int Articles = 5100;

    private readonly TemporaryFolder _folder = new();

    public SearchRowsTests()
    {
        SqliteLedger.Open(Path, create: true).Dispose();
        // Every tenth tells of a landslide, every thousandth twice in few words, which so answers best.
        Ledger.Run(Path, $"""
            INSERT INTO story (id, articles) VALUES (1, {Articles});
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {Articles}) INSERT INTO article SELECT n, 1, 'a' || n, null, n, x'' FROM number;
            INSERT INTO version (id, article, number, hash, text, language, day, added) SELECT id, id, 1, id, iif(id % 1000 = 0, 'banjir longsor longsor', iif(id % 10 = 0, 'banjir dan longsor di desa itu surut', 'banjir di desa itu surut')), 'id', date('2010-01-01', id || ' days'), '2025-01-01' FROM article;
            INSERT INTO article_words (rowid, title, text) SELECT id, null, text FROM version;
            """);
    }

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_best_come_first() => Assert.Equal(["a1000", "a2000", "a3000", "a4000", "a5000", "a10"], Find("longsor", 0, 6));

    [Fact]
    public void Of_too_many_the_newest_come_first_and_none_is_lost_or_comes_twice()
    {
        Assert.Equal(["a5100", "a5099"], Find("banjir", 0, 2));
        Assert.Equal(["a1"], Find("banjir", 5099, 10));
        Assert.Empty(Find("banjir", 5100, 10));
        List<string> all = [.. Enumerable.Range(0, 11).SelectMany(page => Find("banjir", page * 499, 499))];
        Assert.Equal((Articles, Articles), (all.Count, all.Distinct().Count()));
    }

    [Fact]
    public void Only_days_that_are_asked_for_count_among_them() => Assert.Equal(["a2", "a1"], Find("banjir", 0, 5, to: "2010-01-03"));

    private IReadOnlyList<string> Find(string words, int skip, int limit, string? to = null)
    {
        using var ledger = SqliteLedger.Open(Path, create: false);
        return [.. ledger.Search(new SearchQuery(words, null, null, to, null, "article", limit) { Skip = skip }).Select(static find => find.Source)];
    }
}
