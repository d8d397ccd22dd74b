using Microsoft.Data.Sqlite;
using Sanad.App.Json;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Writes what is found again by searching: the words of an article, its statements and its figures.</summary>
internal sealed class EntryRows(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _article = new(connection, "INSERT INTO article_words (rowid, title, text) VALUES (?1, ?2, ?3)");
    private readonly Prepared _statement = new(connection, "INSERT INTO statement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    private readonly Prepared _statementWords = new(connection, "INSERT INTO statement_words (rowid, content, speaker) VALUES (?1, ?2, ?3)");
    private readonly Prepared _figure = new(connection, "INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    private readonly Prepared _figureWords = new(connection, "INSERT INTO figure_words (rowid, words, what, place) VALUES (?1, ?2, ?3, ?4)");
    private readonly Prepared _lastStatement = new(connection, "SELECT coalesce(max(id), 0) FROM statement");
    private readonly Prepared _lastFigure = new(connection, "SELECT coalesce(max(id), 0) FROM figure");
    private readonly Prepared[] _forget =
    [
        new(connection, "DELETE FROM article_words WHERE rowid = ?1"),
        new(connection, "DELETE FROM statement_words WHERE rowid IN (SELECT id FROM statement WHERE version = ?1)"),
        new(connection, "DELETE FROM statement WHERE version = ?1"),
        new(connection, "DELETE FROM figure_words WHERE rowid IN (SELECT id FROM figure WHERE version = ?1)"),
        new(connection, "DELETE FROM figure WHERE version = ?1"),
    ];

    private long _statements, _figures;

    /// <summary>Looks up where the numbers of rows stand: before the first article of a transaction, since others may have written since.</summary>
    public void Begin()
    {
        _statements = (long)_lastStatement.Value()!;
        _figures = (long)_lastFigure.Value()!;
    }

    public void Add(long version, Analysis analysis)
    {
        Article article = analysis.Article;
        _article.Run(version, article.Title, ReadersText(article));
        string? published = RowText.OfDay(analysis.Publication.Anchor);
        var speakers = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (Statement statement in analysis.Statements)
        {
            Speaker speaker = statement.Speaker;
            speakers[statement.Id] = speaker.Name;
            _statement.Run(++_statements, version, statement.Id, speaker.Name, speaker.PartyId, speaker.Role, JsonNames<Act>.Of(statement.Act).ToString(), JsonNames<StatementKind>.Of(statement.Kind).ToString(),
                RowText.OfDay(statement.Said?.First) ?? published, RowText.OfSpans(statement.Content), statement.Confidence, statement.Corrected?.Id);
            _statementWords.Run(_statements, analysis.ContentOf(statement), $"{speaker.Name} {speaker.Role}");
        }

        foreach (Figure figure in analysis.Figures)
        {
            string? speaker = (figure.Statement ?? figure.ToldBy) is { } inside ? speakers.GetValueOrDefault(inside) : null;
            _figure.Run(++_figures, version, figure.Id, figure.Low, figure.High, JsonNames<Bound>.Of(figure.Bound).ToString(), figure.Unit, figure.What, figure.Where, speaker,
                RowText.OfDay(figure.AsOf?.First) ?? published, RowText.OfSpans([figure.Span]), figure.Corrected?.Id);
            _figureWords.Run(_figures, figure.Span.Of(article.Text).ToString(), figure.What, figure.Where);
        }
    }

    /// <summary>Takes out what was written for a version that a newer one replaces.</summary>
    public void Forget(long version)
    {
        foreach (Prepared forget in _forget) forget.Run(version);
    }

    public void Dispose()
    {
        foreach (Prepared prepared in (Prepared[])[_article, _statement, _statementWords, _figure, _figureWords, _lastStatement, _lastFigure, .. _forget]) prepared.Dispose();
    }

    /// <summary>What a reader reads of the page: navigation and notices would make every article of an outlet a find.</summary>
    private static string ReadersText(Article article) =>
        string.Join('\n', article.Parts.Where(static part => part.Kind != PartKind.Furniture).Select(part => part.Span.Of(article.Text).ToString()));
}
