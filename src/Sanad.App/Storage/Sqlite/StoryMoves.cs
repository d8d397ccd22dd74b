using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Tells the change feed what articles that went over mean for their stories: one is split in two, or comes together with another.</summary>
internal sealed class StoryMoves : IDisposable
{
    private readonly SortedDictionary<(long From, long To), int> _moves = [];
    private readonly Prepared _held, _tell;

    public StoryMoves(SqliteConnection connection)
    {
        _held = new Prepared(connection, "SELECT count(*) FROM article WHERE story = ?1");

        // A change is told of an article of the story: of the first that stands in it now.
        _tell = new Prepared(connection, """
            INSERT INTO change SELECT null, ?2, ?3, article.story, version.id, null, ?4, null
            FROM article JOIN version ON version.id = article.newest WHERE article.id = (SELECT min(id) FROM article WHERE story = ?1)
            """);
    }

    /// <summary>An article that the ledger held before went over.</summary>
    public void Add(long from, long to) => _moves[(from, to)] = _moves.GetValueOrDefault((from, to)) + 1;

    /// <summary>
    /// Writes <c>split</c> for a story that is left, where several of its articles went to one other, and <c>merged</c> for one to which the last articles of another came;
    /// in the transaction that is open.
    /// </summary>
    public void Tell(string day)
    {
        foreach (((long from, long to), int articles) in _moves)
        {
            bool isLeft = (long)_held.Value(from)! > 0;
            if (isLeft && articles < 2) continue;
            string text = isLeft
                ? string.Create(CultureInfo.InvariantCulture, $"{articles} articles went over to story {to}")
                : string.Create(CultureInfo.InvariantCulture, $"story {from} is part of this one now, with {articles} of its articles");
            _tell.Run(isLeft ? from : to, day, isLeft ? "split" : "merged", text);
        }

        _moves.Clear();
    }

    public void Dispose()
    {
        _held.Dispose();
        _tell.Dispose();
    }
}
