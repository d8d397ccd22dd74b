using Microsoft.Data.Sqlite;
using Sanad.Attribution;
using Sanad.Figures;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Writes the change feed: what an article brought that was not there before.</summary>
internal sealed class ChangeRows(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _insert = new(connection, "INSERT INTO change VALUES (null, ?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly Prepared _told = new(connection, "SELECT 1 FROM change WHERE kind = ?1 AND text = ?2 AND version IN (SELECT id FROM version WHERE article = ?3)");

    /// <param name="kind"><c>added</c>, <c>changed</c> for a new version, or <c>joined</c> for an article of a story that was there; <c>moved</c>, for one that went over to another story, is written by <see cref="Settling"/>.</param>
    public void Add(string day, string kind, long story, long article, long version, Analysis analysis)
    {
        _insert.Run(day, kind, story, version, null, TitleOf(analysis), null);
        bool first = kind != "changed";
        foreach (Figure figure in analysis.Figures)
        {
            if (figure.Revises is null) continue;
            string words = figure.Span.Of(analysis.Article.Text).ToString();
            if (first || _told.Value("revised", words, article) is null) _insert.Run(day, "revised", story, version, figure.Id, words, RowText.OfSpans([figure.Span]));
        }

        foreach (Statement statement in analysis.Statements)
        {
            if (statement.Act != Act.Deny || statement.Headline) continue;
            string words = $"{statement.Speaker.Name ?? "?"}: {analysis.ContentOf(statement)}";
            if (first || _told.Value("denied", words, article) is null) _insert.Run(day, "denied", story, version, statement.Id, words, RowText.OfSpans(statement.Content));
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _told.Dispose();
    }

    private static string TitleOf(Analysis analysis) =>
        analysis.Article.Title ?? analysis.Article.Text[..Math.Min(analysis.Article.Text.Length, 80)];
}
