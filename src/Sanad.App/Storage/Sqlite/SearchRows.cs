using Microsoft.Data.Sqlite;
using Sanad.App.Json;
using Sanad.Ledger.Corrections;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>An entry or article that was found, with the words it rests on.</summary>
/// <param name="Kind"><c>statement</c>, <c>figure</c> or <c>article</c>.</param>
/// <param name="Article">The ledger's number of the article.</param>
/// <param name="Entry">Its id within the article; null for an article.</param>
/// <param name="Spans">Where the words stand in the kept text.</param>
public sealed record SearchFind(string Kind, long Story, long Article, string Source, string? Outlet, string? Title, string? Url, string? Day, string Hash, string? Entry, string? Speaker, string? Role, string? Act,
    double? Low, double? High, string? Bound, string? What, string? Where, IReadOnlyList<TextSpan> Spans, string Quote)
{
    /// <summary>The correction that the entry is as; null where it is as it was found.</summary>
    public Correction? Correction { get; init; }
}

/// <summary>Looks for words in statements, figures and articles, best first (BM25), or by day where no words are given.</summary>
internal static class SearchRows
{
    private const string Article = "article.story, article.source, version.outlet, version.title, version.url, version.hash, version.text, article.id";

    /// <summary>
    /// Finds of words that are weighed against each other, at most. Of words that stand in more there is no best one, and weighing all of them would take time that grows with the ledger:
    /// they follow newest first.
    /// </summary>
    private const int Ranked = 5000;

    /// <summary>UTF-16 code units shown before the first word that was found in an article, and in all.</summary>
    private const int Before = 60, Shown = 220;

    public static IEnumerable<SearchFind> Find(SqliteConnection connection, SearchQuery query)
    {
        if (query.Asks("statement"))
        {
            foreach (SearchFind find in Entries(connection, query, "statement", "entry.speaker, entry.role, entry.act, null, null, null, null, null")) yield return find;
        }

        if (query.Asks("figure"))
        {
            foreach (SearchFind find in Entries(connection, query, "figure", "entry.speaker, null, null, entry.low, entry.high, entry.bound, entry.what, entry.place")) yield return find;
        }

        if (query.Asks("article"))
        {
            foreach (SearchFind find in Articles(connection, query)) yield return find;
        }
    }

    private static IEnumerable<SearchFind> Entries(SqliteConnection connection, SearchQuery query, string table, string columns)
    {
        using var where = new Conditions(connection);
        string? match = query.Match();
        string words = "";
        if (match is not null)
        {
            words = $"JOIN {table}_words ON {table}_words.rowid = entry.id";
            where.And($"{table}_words MATCH {{0}}", match);
        }

        where.And(table == "statement" ? "(entry.speaker LIKE {0} ESCAPE '\\' OR entry.role LIKE {0} ESCAPE '\\')" : "entry.speaker LIKE {0} ESCAPE '\\'", Containing(query.Speaker));
        where.And("entry.day >= {0}", query.From);
        where.And("entry.day <= {0}", query.To);
        where.And("entry.act = {0}", query.Act);
        where.And("version.outlet = {0}", query.Outlet);
        string outlet = query.Outlet is null ? "" : "JOIN version ON version.id = entry.version";
        // The texts are only looked up of those that are shown: sorting would carry them all.
        using Cursor row = where.Rows($"""
            WITH {(match is null
                ? $"found AS (SELECT entry.id AS id, entry.day AS rank FROM {table} AS entry {outlet} {where} ORDER BY rank DESC, entry.id LIMIT {query.Limit} OFFSET {query.Skip})"
                : Found(connection, query, match, $"{table}_words", $"-bm25({table}_words)", $"{table} AS entry {words} {outlet} {where}"))}
            SELECT {Article}, entry.day, entry.name, entry.spans, {columns}, correction.body
            FROM found JOIN {table} AS entry ON entry.id = found.id JOIN version ON version.id = entry.version JOIN article ON article.id = version.article LEFT JOIN correction ON correction.id = entry.corrected
            ORDER BY found.rank DESC, entry.id
            """);
        while (row.Read())
        {
            string text = row.String(6);
            IReadOnlyList<TextSpan> spans = RowText.ToSpans(row.String(10));
            yield return new SearchFind(table, row.Long(0), row.Long(7), row.String(1), row.Text(2), row.Text(3), row.Text(4), row.Text(8), row.String(5), row.String(9),
                row.Text(11), row.Text(12), row.Text(13), row.Number(14), row.Number(15), row.Text(16), row.Text(17), row.Text(18), spans,
                string.Join(" … ", spans.Select(span => span.Of(text).ToString())))
            {
                Correction = row.Text(19) is { } body ? CorrectionJson.Read(body) : null,
            };
        }
    }

    private static IEnumerable<SearchFind> Articles(SqliteConnection connection, SearchQuery query)
    {
        if (query.Match() is not { } match) yield break;
        using var where = new Conditions(connection);
        where.And("article_words MATCH {0}", match);
        where.And("version.day >= {0}", query.From);
        where.And("version.day <= {0}", query.To);
        where.And("version.outlet = {0}", query.Outlet);
        string version = query is { From: null, To: null, Outlet: null } ? "" : "JOIN version ON version.id = article_words.rowid";
        using Cursor row = where.Rows($"""
            WITH {Found(connection, query, match, "article_words", "-bm25(article_words, 4.0, 1.0)", $"article_words {version} {where}")}
            SELECT {Article}, version.day FROM found JOIN version ON version.id = found.id JOIN article ON article.id = version.article ORDER BY found.rank DESC, found.id
            """);
        while (row.Read())
        {
            string text = row.String(6);
            TextSpan span = Around(text, query.Words!);
            yield return new SearchFind("article", row.Long(0), row.Long(7), row.String(1), row.Text(2), row.Text(3), row.Text(4), row.Text(8), row.String(5), null,
                null, null, null, null, null, null, null, null, [span], span.Of(text).ToString());
        }
    }

    /// <summary>A table "found" of ids and ranks, the greatest first: by how well they answer, or newest first where there are too many of them.</summary>
    private static string Found(SqliteConnection connection, SearchQuery query, string match, string index, string rank, string from)
    {
        using var many = new Prepared(connection, $"SELECT 1 FROM {index} WHERE {index} MATCH ?1 LIMIT 1 OFFSET {Ranked}");
        bool ranked = many.Value(match) is null;
        return $"found AS (SELECT {index}.rowid AS id, {(ranked ? rank : index + ".rowid")} AS rank FROM {from} ORDER BY {(ranked ? "rank" : index + ".rowid")} DESC{(ranked ? ", id" : "")} LIMIT {query.Limit} OFFSET {query.Skip})";
    }

    /// <summary>A stretch of the text around the first of the words, from blank to blank; its head where the words differ in their marks.</summary>
    private static TextSpan Around(string text, string words)
    {
        int at = 0;
        foreach (string word in words.Split([' ', '"', '*'], StringSplitOptions.RemoveEmptyEntries))
        {
            int found = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (found < 0) continue;
            at = found;
            break;
        }

        int start = at <= Before ? 0 : text.IndexOf(' ', at - Before) + 1;
        if (start <= 0 || start > at) start = at <= Before ? 0 : at;
        int end = text.Length - start <= Shown ? text.Length : text.LastIndexOf(' ', start + Shown);
        return new TextSpan(start, Math.Max(end, at));
    }

    private static string? Containing(string? part) => part is null
        ? null
        : "%" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Conditions that are only set where something is asked, their values as parameters.</summary>
    private sealed class Conditions(SqliteConnection connection) : IDisposable
    {
        private Prepared? _statement;

        private readonly List<string> _sql = [];
        private readonly List<string> _values = [];

        public void Dispose() => _statement?.Dispose();

        public void And(string sql, string? value)
        {
            if (value is null) return;
            _values.Add(value);
            _sql.Add(sql.Replace("{0}", "?" + _values.Count, StringComparison.Ordinal));
        }

        public Cursor Rows(string sql)
        {
            _statement = new Prepared(connection, sql);
            return _statement.Rows([.. _values]);
        }

        /// <summary>The whole clause; empty where nothing is asked.</summary>
        public override string ToString() => _sql.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _sql);
    }
}
