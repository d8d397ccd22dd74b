using System.Globalization;
using System.Text.Json;
using Sanad.Figures;
using Sanad.Ledger.Corrections;
using Sanad.Language;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Json;

/// <summary>Writes a story's ledger as <c>sanad show --format json</c> prints it. Every entry carries what it cites.</summary>
internal static class StoryJson
{
    /// <param name="corrections">Those about the story's articles, for the list of them; null leaves the list out.</param>
    /// <param name="numberOf">The ledger's number of an article by its source, by which the API has it; null where it is not told.</param>
    public static void Write(Utf8JsonWriter json, StoryLedger story, IReadOnlyList<LoggedCorrection>? corrections = null, Func<string, long>? numberOf = null)
    {
        var corrected = new CorrectedEntries(story);
        json.WriteStartObject();
        json.WriteString("id", story.Id);
        json.WriteString("title", story.Title);
        json.WriteNumber("outlets", story.Outlets);
        json.WriteNumber("origins", story.Origins);
        json.List("articles", story.Articles, (json, analysis) =>
        {
            Article article = analysis.Article;
            json.WriteStartObject();
            if (numberOf is not null) json.WriteString("id", numberOf(article.Source).ToString(CultureInfo.InvariantCulture));
            json.WriteString("source", article.Source);
            json.Field("url", article.Url);
            json.Field("outlet", article.Outlet);
            json.Field("title", article.Title);
            json.Field("published", AnalysisJson.PublishedOf(analysis));
            json.Field("language", article.IsForeign ? null : article.Language);
            json.WriteString("textHash", article.Hash.Value);
            json.WriteNumber("versions", story.Versions.GetValueOrDefault(article.Source, 1));
            json.WriteEndObject();
        });
        json.List("dates", story.Dates, Write);
        json.List("copies", story.Copies, Write);
        json.List("utterances", story.Utterances, (json, entry) => Write(json, entry, corrected));
        json.List("figureLines", story.FigureLines, (json, entry) => Write(json, entry, corrected));
        json.List("positions", story.Positions, (json, entry) => Write(json, entry, corrected));
        json.List("conflicts", story.Conflicts, (json, entry) => Write(json, entry, corrected));
        json.List("sums", story.Sums, Write);
        json.List("timeline", story.Timeline, static (json, entry) =>
        {
            json.WriteStartObject();
            json.WriteString("on", entry.On);
            json.WriteString("text", entry.Text);
            json.List("citations", entry.Citations, JsonFields.Citation);
            json.Field("occasion", entry.Occasion is { } occasion ? IdOf(occasion) : null);
            json.WriteEndObject();
        });
        int next = 0;
        json.List("occasions", story.Occasions, (json, occasion) =>
        {
            json.WriteStartObject();
            json.WriteString("id", IdOf(next++));
            json.WriteString("on", occasion.On);
            json.WriteString("kind", JsonNames<OccasionKind>.Of(occasion.Kind));
            json.Field("place", occasion.Place);
            json.Strings("speakers", occasion.Speakers);
            json.List("members", occasion.Members, static (json, member) =>
            {
                json.WriteStartObject();
                json.WriteString("source", member.Source);
                json.WriteString("statement", member.Statement);
                json.WriteEndObject();
            });
            json.Field("citation", occasion.Named);
            json.WriteEndObject();
        });
        if (corrections is not null) json.List("corrections", corrections, static (json, logged) => CorrectionJson.Write(json, logged));

        json.WriteEndObject();
    }

    private static string IdOf(int occasion) => string.Create(CultureInfo.InvariantCulture, $"o{occasion + 1}");

    /// <summary>Who gives a figure, with the body he speaks for: "Rana Sulaiman (Basarnas)"; null in the article's own voice.</summary>
    public static string? NameOf(FigurePoint point) => point.For is null || point.By is null ? point.By : $"{point.By} ({point.For})";

    /// <summary>The name of a kind of copy: <c>same-wire</c>, with a hyphen.</summary>
    public static string NameOf(CopyKind kind) => kind == CopyKind.SameWire ? "same-wire" : JsonNames<CopyKind>.Of(kind).ToString();

    private static void Write(Utf8JsonWriter json, ArticleDate date)
    {
        json.WriteStartObject();
        json.WriteString("source", date.Source);
        json.Field("published", date.Published);
        if (date.Inferred is { } inferred)
        {
            json.WriteStartObject("inferred");
            json.WriteString("value", inferred.Value);
            json.WriteString("because", inferred.Because);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("inferred");
        }

        json.List("times", date.Times, static (json, time) =>
        {
            json.WriteStartObject();
            json.WriteString("text", time.Text);
            json.WriteString("value", time.Value);
            json.WriteString("because", time.Because);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CopyGroup group)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(group.Kind));
        json.Strings("members", group.Members);
        json.Field("origin", group.Origin);
        json.WriteNumber("share", group.Share);
        json.List("lost", group.Lost, static (json, loss) =>
        {
            json.WriteStartObject();
            json.WriteString("source", loss.Source);
            json.WriteString("what", loss.What);
            json.WriteString("from", loss.From);
            json.WriteString("to", loss.To);
            json.WriteEndObject();
        });
        json.Corrected(group.Corrected);
        json.List("shared", group.Shared, static (json, shared) =>
        {
            json.WriteStartObject();
            json.WriteString("source", shared.Source);
            json.List("spans", shared.Spans, static (json, span) => json.Span(span));
            json.WriteString("of", shared.Of);
            json.List("spansOf", shared.SpansOf, static (json, span) => json.Span(span));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Utterance utterance, CorrectedEntries corrected)
    {
        json.WriteStartObject();
        json.WriteString("speaker", utterance.Speaker);
        json.Field("on", utterance.On);
        json.List("members", utterance.Members, (json, member) =>
        {
            json.WriteStartObject();
            json.WriteString("source", member.Source);
            json.WriteString("statement", member.Statement);
            json.WriteString("text", member.Text);
            json.Field("content", (TextSpan?)member.Citation.Span);
            json.Field("citation", member.Citation);
            json.Corrected(corrected.Statement(member.Source, member.Statement));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FigureLine line, CorrectedEntries corrected)
    {
        json.WriteStartObject();
        json.WriteString("what", line.What);
        json.Field("where", line.Where);
        json.List("points", line.Points, (json, point) =>
        {
            json.WriteStartObject();
            json.Field("on", point.On?.ToIso());
            json.Field("by", NameOf(point));
            json.Field("low", point.Low);
            json.Field("high", point.High);
            json.WriteString("bound", JsonNames<Bound>.Of(point.Bound));
            json.Field("unit", point.Unit);
            json.WriteString("source", point.Source);
            json.WriteString("figure", point.Figure);
            json.Field("revises", point.Revises);
            json.Field("partOf", point.PartOf);
            json.Field("copiesOf", point.CopiesOf);
            json.WriteBoolean("farOff", point.IsFarOff);
            json.Field("citation", point.Citation);
            json.Corrected(corrected.Figure(point.Source, point.Figure));
            json.WriteEndObject();
        });
        json.List("stands", line.Stands, static (json, stand) =>
        {
            json.WriteStartObject();
            json.WriteString("outlet", stand.Outlet);
            json.WriteString("from", stand.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.Field("low", stand.Point.Low);
            json.Field("high", stand.Point.High);
            json.WriteString("source", stand.Point.Source);
            json.WriteString("figure", stand.Point.Figure);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Position position, CorrectedEntries corrected)
    {
        json.WriteStartObject();
        json.WriteString("party", position.Party);
        json.WriteString("about", position.About);
        json.List("moves", position.Moves, (json, move) =>
        {
            json.WriteStartObject();
            json.Field("on", move.On);
            json.WriteBoolean("earlier", move.Earlier);
            json.WriteString("act", JsonNames<Act>.Of(move.Act));
            json.WriteString("source", move.Source);
            json.WriteString("statement", move.Statement);
            json.Field("citation", move.Citation);
            json.Corrected(corrected.Statement(move.Source, move.Statement));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Conflict conflict, CorrectedEntries corrected)
    {
        json.WriteStartObject();
        json.WriteString("about", conflict.About);
        json.Field("on", conflict.On);
        json.WriteString("kind", JsonNames<ConflictKind>.Of(conflict.Kind));
        json.List("values", conflict.Values, (json, value) =>
        {
            json.WriteStartObject();
            json.Field("by", value.By);
            json.Field("low", value.Low);
            json.Field("high", value.High);
            json.Field("unit", value.Unit);
            json.Field("act", value.Act is { } act ? JsonNames<Act>.Of(act).ToString() : null);
            json.WriteString("source", value.Source);
            json.Field("citation", value.Citation);
            json.Corrected(corrected.At(value.Citation));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Sum sum)
    {
        json.WriteStartObject();
        json.WriteString("source", sum.Source);
        json.Field("total", sum.Total);
        json.List("parts", sum.Parts, JsonFields.Citation);
        json.WriteBoolean("addsUp", sum.AddsUp);
        json.WriteNumber("difference", sum.Difference);
        json.WriteEndObject();
    }
}
