using System.Globalization;
using System.Text.Json;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Parties;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.App.Json;

/// <summary>Writes an analysis as <c>sanad read --format json</c> prints it: the shape that scripts rely on.</summary>
internal static class AnalysisJson
{
    public static void Write(Utf8JsonWriter json, Analysis analysis)
    {
        Article article = analysis.Article;
        json.WriteStartObject();
        json.WriteString("source", article.Source);
        json.Field("url", article.Url);
        json.Field("title", article.Title);
        json.Field("outlet", article.Outlet);
        json.Strings("byline", article.Byline);
        json.Field("published", PublishedOf(analysis));
        Inferred(json, analysis.Publication);
        json.Field("updated", article.Updated);
        json.Field("language", article.IsForeign ? null : article.Language);
        json.Field("languageDeclared", article.DeclaredLanguage);
        json.WriteBoolean("stub", article.IsStub);
        json.WriteString("text", article.Text);
        json.WriteString("textHash", article.Hash.Value);
        json.List("parts", article.Parts, static (json, part) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNames<PartKind>.Of(part.Kind));
            json.Field("span", (TextSpan?)part.Span);
            if (part.IsHeading) json.WriteBoolean("heading", true);
            if (part.Published is not null) json.WriteString("published", part.Published);
            json.WriteEndObject();
        });
        json.List("paths", article.Paths, static (json, path) =>
        {
            json.WriteStartObject();
            json.WriteString("field", path.Field);
            json.WriteString("path", path.Path);
            json.WriteEndObject();
        });
        json.List("credits", analysis.Credits, static (json, credit) =>
        {
            json.WriteStartObject();
            json.WriteString("name", credit.Name);
            json.Field("span", credit.Span);
            json.WriteEndObject();
        });
        json.List("parties", analysis.Parties, Write);
        json.List("mentions", analysis.Mentions, static (json, mention) =>
        {
            json.WriteStartObject();
            json.Field("span", (TextSpan?)mention.Span);
            json.WriteString("kind", JsonNames<MentionKind>.Of(mention.Kind));
            json.Field("party", mention.PartyId);
            json.WriteEndObject();
        });
        json.List("times", analysis.Times, static (json, time) =>
        {
            json.WriteStartObject();
            json.Field("span", (TextSpan?)time.Span);
            json.WriteString("value", time.Value.ToIso());
            json.WriteString("basis", JsonNames<TimeBasis>.Of(time.Basis));
            json.Field("because", time.Because);
            json.WriteEndObject();
        });
        json.List("figures", analysis.Figures, Write);
        json.List("statements", analysis.Statements, Write);
        json.WriteEndObject();
    }

    /// <summary>The printed or sent time of publication as it was given, else the day; null where neither is known.</summary>
    public static string? PublishedOf(Analysis analysis) =>
        analysis.Publication.Printed ?? analysis.Publication.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Inferred(Utf8JsonWriter json, Publication publication)
    {
        if (publication.Day is not null || publication.Latest is null)
        {
            json.WriteNull("publishedInferred");
            return;
        }

        json.WriteStartObject("publishedInferred");
        json.Field("earliest", publication.Earliest);
        json.Field("latest", publication.Latest);
        json.List("because", publication.Because, static (json, reason) =>
        {
            json.WriteStartObject();
            json.Field("span", (TextSpan?)reason.Span);
            json.WriteString("text", reason.Text);
            json.WriteString("reason", reason.Reason);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Party party)
    {
        json.WriteStartObject();
        json.WriteString("id", party.Id);
        json.WriteString("name", party.Name);
        json.WriteString("kind", JsonNames<PartyKind>.Of(party.Kind));
        json.List("roles", party.Roles, static (json, role) =>
        {
            json.WriteStartObject();
            json.WriteString("title", role.Title);
            json.Field("of", role.Of);
            json.WriteEndObject();
        });
        json.Strings("aliases", party.Aliases);
        json.Corrected(party.Corrected);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("id", figure.Id);
        json.Field("span", (TextSpan?)figure.Span);
        json.Field("low", figure.Low);
        json.Field("high", figure.High);
        json.WriteString("bound", JsonNames<Bound>.Of(figure.Bound));
        json.Field("unit", figure.Unit);
        json.Field("what", figure.What);
        json.Field("where", figure.Where);
        json.Field("asOf", figure.AsOf?.ToIso());
        json.Field("statement", figure.Statement);
        json.Field("toldBy", figure.ToldBy);
        json.Field("partOf", figure.PartOf);
        json.Field("revises", figure.Revises);
        json.WriteBoolean("older", figure.IsOlder);
        json.WriteBoolean("change", figure.IsChange);
        json.Corrected(figure.Corrected);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.WriteStartObject("speaker");
        json.Field("party", statement.Speaker.PartyId);
        json.Strings("parties", statement.Speaker.PartyIds);
        json.Field("name", statement.Speaker.Name);
        json.Field("span", statement.Speaker.Span);
        json.Field("role", statement.Speaker.Role);
        json.WriteEndObject();
        json.Field("cue", statement.Cue);
        json.List("content", statement.Content, static (json, span) => json.Span(span));
        json.WriteString("kind", JsonNames<StatementKind>.Of(statement.Kind));
        json.WriteString("act", JsonNames<Act>.Of(statement.Act));
        json.Field("said", statement.Said?.ToIso());
        json.List("via", statement.Via, static (json, relay) =>
        {
            json.WriteStartObject();
            json.WriteString("name", relay.Name);
            json.Field("span", relay.Span);
            json.WriteEndObject();
        });
        json.Field("inside", statement.Inside);
        json.WriteNumber("confidence", statement.Confidence);
        if (statement.Chance is { } chance) json.WriteNumber("chance", Math.Round(chance, 3));
        json.WriteString("foundBy", statement.FoundBy);
        json.WriteBoolean("headline", statement.Headline);
        json.Corrected(statement.Corrected);
        json.WriteEndObject();
    }
}
