using System.Globalization;
using Sanad.App.Json;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Export.Tables;

/// <summary>The three tables of a ledger, what their columns say, and the rows that a story fills them with.</summary>
internal static class LedgerTables
{
    private static readonly Column[] Corrected =
    [
        new("corrected_by", ColumnType.Text, "Who corrected the entry; missing where it is as it was found."),
        new("corrected_at", ColumnType.Text, "When, ISO in UTC."),
        new("corrected_reason", ColumnType.Text, "Why."),
    ];

    private static readonly Table Articles = new("articles", "Articles with their texts", ["story", "source"],
    [
        new("story", ColumnType.Integer, "Number of the story in its ledger."),
        new("source", ColumnType.Text, "Name of the article in its ledger."),
        new("url", ColumnType.Text, "Its address."),
        new("outlet", ColumnType.Text, "Who published it."),
        new("title", ColumnType.Text, "Its title."),
        new("byline", ColumnType.Text, "Who wrote it, parted by \"; \"."),
        new("credits", ColumnType.Text, "Agencies and outlets that it says it draws on, parted by \"; \"."),
        new("language", ColumnType.Text, "Code of its language; missing where Sanad does not read it."),
        new("published", ColumnType.Text, "Day or time of publication as it is printed or was sent, ISO."),
        new("day", ColumnType.Day, "Day of publication, inferred where none is printed."),
        new("day_inferred_from", ColumnType.Text, "What the day was inferred from; missing where it is printed."),
        new("copy_of", ColumnType.Text, "The article or agency that it goes back to; missing for originals."),
        new("copy_kind", ColumnType.Text, "verbatim, edited, same-wire, translated or updated."),
        new("text_hash", ColumnType.Text, "SHA-256 of the text in UTF-8; what offsets refer to."),
        new("text", ColumnType.Text, "The text itself, frozen; offsets count its UTF-16 code units."),
    ]);

    private static readonly Table Statements = new("statements", "Who said what", ["story", "article", "id"],
    [
        new("story", ColumnType.Integer, "Number of the story."),
        new("article", ColumnType.Text, "Source of the article that reports it."),
        new("id", ColumnType.Text, "Its id within the article."),
        new("speaker", ColumnType.Text, "Who said it, joint speakers parted by \"; \"; missing where that cannot be told."),
        new("party", ColumnType.Text, "Id of the speaker's party, the same in all languages; of joint speakers parted by a blank."),
        new("role", ColumnType.Text, "The post that the words give him."),
        new("act", ColumnType.Text, "say, confirm, deny, neither, predict, estimate, warn, urge, condemn, accuse, announce, agree or ask."),
        new("kind", ColumnType.Text, "direct, indirect or mixed: whether it stands in quotation marks."),
        new("said", ColumnType.Text, "Day on which it was said, ISO (an interval a/b where only that is known); missing where it cannot be told."),
        new("content", ColumnType.Text, "What was said, in the article's words; stretches parted by \" … \"."),
        new("start", ColumnType.Integer, "Where the content begins in the text, in UTF-16 code units."),
        new("end", ColumnType.Integer, "Where it ends; the unit at that place is the first one behind it."),
        new("cue", ColumnType.Text, "The words of saying; missing where a quotation stands alone."),
        new("via", ColumnType.Text, "The chain between article and speaker, outermost first, parted by \" < \"."),
        new("inside", ColumnType.Text, "Id of the statement within which it is told."),
        new("headline", ColumnType.Boolean, "Whether it stands in the title."),
        new("confidence", ColumnType.Number, "Share of entries with this evidence that are right, 0 to 1."),
        new("found_by", ColumnType.Text, "The rule that found it."),
        new("utterance", ColumnType.Integer, "Number of the utterance within the story that it is one wording of; missing for a statement that only one article gives."),
        .. Corrected,
    ]);

    private static readonly Table Figures = new("figures", "How many of what", ["story", "article", "id"],
    [
        new("story", ColumnType.Integer, "Number of the story."),
        new("article", ColumnType.Text, "Source of the article that gives it."),
        new("id", ColumnType.Text, "Its id within the article."),
        new("low", ColumnType.Number, "The value, or the least it can be; missing where that is open."),
        new("high", ColumnType.Number, "The value, or the most it can be; missing where that is open."),
        new("bound", ColumnType.Text, "exact, about, at_least, at_most, more_than, less_than, between or vague."),
        new("unit", ColumnType.Text, "Unit of measure or currency; missing for plain counts."),
        new("what", ColumnType.Text, "What is counted, in the article's language."),
        new("where", ColumnType.Text, "The place it is counted in."),
        new("on", ColumnType.Text, "Day for which it holds, ISO: the one that is said, else that of publication; missing for figures of no line."),
        new("by", ColumnType.Text, "Who gives it; missing in the article's own voice."),
        new("statement", ColumnType.Text, "Id of the statement in which it stands."),
        new("part_of", ColumnType.Text, "Id of the figure of the same article that it is a part of."),
        new("revises", ColumnType.Number, "The older value that it replaces."),
        new("copies", ColumnType.Text, "\"source#id\" of an earlier figure that it repeats as a copy."),
        new("line", ColumnType.Integer, "Number of the figure line within the story: figures of one quantity have the same; missing for those of no line."),
        new("quote", ColumnType.Text, "The words themselves."),
        new("start", ColumnType.Integer, "Where they begin in the text, in UTF-16 code units."),
        new("end", ColumnType.Integer, "Where they end; the unit at that place is the first one behind them."),
        .. Corrected,
    ]);

    /// <summary>Articles first: the others refer to them.</summary>
    public static IReadOnlyList<Table> All { get; } = [Articles, Statements, Figures];

    /// <summary>The rows of one of the tables, by article and in reading order.</summary>
    public static IEnumerable<object?[]> Rows(Table table, StoryLedger story) => table == Articles ? RowsOfArticles(story) : table == Statements ? RowsOfStatements(story) : RowsOfFigures(story);

    private static IEnumerable<object?[]> RowsOfArticles(StoryLedger story)
    {
        long number = long.Parse(story.Id, CultureInfo.InvariantCulture);
        for (int i = 0; i < story.Articles.Count; i++)
        {
            (Analysis analysis, ArticleDate date) = (story.Articles[i], story.Dates[i]);
            Article article = analysis.Article;
            CopyGroup? copy = story.Copies.FirstOrDefault(group => group.Members.Contains(article.Source) && group.Origin != article.Source);
            yield return
            [
                number, article.Source, article.Url, article.Outlet, article.Title, Joined(article.Byline), Joined(analysis.Credits.Select(static credit => credit.Name).Distinct(StringComparer.Ordinal)),
                article.IsForeign ? null : article.Language, AnalysisJson.PublishedOf(analysis), analysis.Publication.Anchor?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                date.Published is null ? date.Inferred?.Because : null, copy?.Origin, copy is null ? null : StoryJson.NameOf(copy.Kind), article.Hash.Value, article.Text,
            ];
        }
    }

    private static IEnumerable<object?[]> RowsOfStatements(StoryLedger story)
    {
        long number = long.Parse(story.Id, CultureInfo.InvariantCulture);
        var utterances = new Dictionary<(string, string), long>();
        for (int i = 0; i < story.Utterances.Count; i++)
        {
            foreach (UtteranceMember member in story.Utterances[i].Members) utterances[(member.Source, member.Statement)] = i + 1;
        }

        foreach (Analysis analysis in story.Articles)
        {
            string text = analysis.Article.Text;
            foreach (Statement statement in analysis.Statements)
            {
                Speaker speaker = statement.Speaker;
                yield return
                [
                    number, analysis.Article.Source, statement.Id, speaker.Name, speaker.PartyIds.Count == 0 ? speaker.PartyId : string.Join(' ', speaker.PartyIds), speaker.Role,
                    JsonNames<Act>.Of(statement.Act).ToString(), JsonNames<StatementKind>.Of(statement.Kind).ToString(), statement.Said?.ToIso(), analysis.ContentOf(statement),
                    (long)statement.Content[0].Start, (long)statement.Content[^1].End, statement.Cue?.Of(text).ToString(), statement.Via.Count == 0 ? null : string.Join(" < ", statement.Via.Select(static relay => relay.Name)),
                    statement.Inside, statement.Headline, statement.Confidence, statement.FoundBy, utterances.TryGetValue((analysis.Article.Source, statement.Id), out long utterance) ? utterance : null,
                    .. By(statement.Corrected),
                ];
            }
        }
    }

    private static IEnumerable<object?[]> RowsOfFigures(StoryLedger story)
    {
        long number = long.Parse(story.Id, CultureInfo.InvariantCulture);
        var points = new Dictionary<(string, string), (long Line, FigurePoint Point)>();
        for (int i = 0; i < story.FigureLines.Count; i++)
        {
            foreach (FigurePoint point in story.FigureLines[i].Points) points.TryAdd((point.Source, point.Figure), (i + 1, point));
        }

        foreach (Analysis analysis in story.Articles)
        {
            foreach (Figure figure in analysis.Figures)
            {
                bool isOfLine = points.TryGetValue((analysis.Article.Source, figure.Id), out (long Line, FigurePoint Point) at);
                yield return
                [
                    number, analysis.Article.Source, figure.Id, figure.Low, figure.High, JsonNames<Bound>.Of(figure.Bound).ToString(), figure.Unit, figure.What, figure.Where,
                    isOfLine ? at.Point.On?.ToIso() : figure.AsOf?.ToIso(), isOfLine ? at.Point.By : analysis.Statements.FirstOrDefault(statement => statement.Id == (figure.Statement ?? figure.ToldBy))?.Speaker.Name,
                    figure.Statement, figure.PartOf, isOfLine ? at.Point.Revises : figure.Revises, isOfLine ? at.Point.CopiesOf : null, isOfLine ? at.Line : null,
                    figure.Span.Of(analysis.Article.Text).ToString(), (long)figure.Span.Start, (long)figure.Span.End, .. By(figure.Corrected),
                ];
            }
        }
    }

    private static object?[] By(Corrected? corrected) => corrected is null
        ? [null, null, null]
        : [corrected.By, corrected.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), corrected.Reason];

    private static string? Joined(IEnumerable<string> words) => string.Join("; ", words) is { Length: > 0 } joined ? joined : null;
}
