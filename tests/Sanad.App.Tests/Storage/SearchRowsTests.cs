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
        // Every thousandth says it twice in few words, and so answers best.
        Ledger.Run(Path, $"""
            INSERT INTO story (id, articles) VALUES (1, {Articles});
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {Articles}) INSERT INTO article SELECT n, 1, 'a' || n, null, n, x'' FROM number;
            INSERT INTO version (id, article, number, hash, text, language, day, added) SELECT id, id, 1, id, iif(id % 1000 = 0, 'banjir banjir', 'banjir di desa itu surut'), 'id', date('2010-01-01', id || ' days'), '2025-01-01' FROM article;
            INSERT INTO article_words (rowid, title, text) SELECT id, null, text FROM version;
            """);
    }

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_best_of_those_that_came_last_come_first() => Assert.Equal(["a1000", "a2000", "a3000", "a4000", "a5000", "a101"], Find(0, 6));

    [Fact]
    public void Those_before_them_follow_newest_first_and_none_is_lost_or_comes_twice()
    {
        Assert.Equal(["a5099", "a5100", "a100", "a99"], Find(4998, 4));
        Assert.Equal(["a98", "a97"], Find(5002, 2));
        Assert.Equal(["a1"], Find(5099, 10));
        Assert.Empty(Find(5100, 10));
        List<string> all = [.. Enumerable.Range(0, 11).SelectMany(page => Find(page * 499, 499))];
        Assert.Equal((Articles, Articles), (all.Count, all.Distinct().Count()));
    }

    [Fact]
    public void Only_days_that_are_asked_for_count_among_them() => Assert.Equal(["a2", "a1"], Find(0, 5, to: "2010-01-03").Reverse());

    private IReadOnlyList<string> Find(int skip, int limit, string? to = null)
    {
        using var ledger = SqliteLedger.Open(Path, create: false);
        return [.. ledger.Search(new SearchQuery("banjir", null, null, to, null, "article", limit) { Skip = skip }).Select(static find => find.Source)];
    }
}
