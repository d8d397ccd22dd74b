using System.Text.Json;
using Sanad.App.Json;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Export;

/// <summary>
/// Writes statements and figures as W3C Web Annotations: one page of them, each with a selector by its words and one by its place for every stretch. Places count code
/// points of the kept text, which the state names by its hash; on the page itself the words find their place.
/// </summary>
internal static class AnnotationJson
{
    /// <summary>UTF-16 code units of the text before and behind the words, by which one place is told from another with the same words.</summary>
    private const int Around = 32;

    public static void Write(Stream output, IEnumerable<StoryLedger> stories)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", "#annotations");
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        foreach (StoryLedger story in stories)
        {
            foreach (Analysis analysis in story.Articles) Write(json, story.Id, analysis);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, string story, Analysis analysis)
    {
        var points = new CodePoints(analysis.Article.Text);
        foreach (Statement statement in analysis.Statements)
        {
            string told = $"{statement.Speaker.Name ?? "somebody"} {Cli.Wording.Of(statement.Act)}{(statement.Said is { } day ? $", {day.ToIso()}" : "")}";
            Annotation(json, story, analysis.Article, statement.Id, told, ["statement", JsonNames<Act>.Of(statement.Act).ToString(), JsonNames<StatementKind>.Of(statement.Kind).ToString()], statement.Speaker.Name, statement.Content, points, statement.Corrected);
        }

        foreach (Figure figure in analysis.Figures)
        {
            string told = $"{Cli.Wording.OfValue(figure.Low, figure.High, figure.Bound, figure.Unit)} {figure.What}{(figure.Where is null ? "" : " in " + figure.Where)}".TrimEnd();
            Annotation(json, story, analysis.Article, figure.Id, told, ["figure", JsonNames<Bound>.Of(figure.Bound).ToString()], null, [figure.Span], points, figure.Corrected);
        }
    }

    private static void Annotation(Utf8JsonWriter json, string story, Article article, string id, string told, string[] tags, string? speaker, IReadOnlyList<TextSpan> spans, CodePoints points, Corrected? corrected)
    {
        json.WriteStartObject();
        json.WriteString("id", TextIri.Local("story", story, article.Source, id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        if (corrected is not null)
        {
            json.WriteStartObject("creator");
            json.WriteString("type", "Person");
            json.WriteString("name", corrected.By);
            json.WriteEndObject();
            json.WriteString("modified", corrected.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteStartArray("body");
        Body(json, told, "describing");
        foreach (string tag in tags) Body(json, tag, "tagging");
        if (speaker is not null) Body(json, speaker, "identifying");
        json.WriteEndArray();
        json.WriteStartArray("target");
        foreach (TextSpan span in spans) Target(json, article, span, points);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, string value, string purpose)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("value", value);
        json.WriteString("format", "text/plain");
        json.WriteString("purpose", purpose);
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, Article article, TextSpan span, CodePoints points)
    {
        string text = article.Text;
        int before = Math.Max(0, span.Start - Around), behind = Math.Min(text.Length, span.End + Around);
        if (before > 0 && char.IsLowSurrogate(text[before])) before--;
        if (behind < text.Length && char.IsLowSurrogate(text[behind])) behind++;
        json.WriteStartObject();
        json.WriteString("source", TextIri.Of(article));
        json.WriteStartObject("state");
        json.WriteString("type", "TimeState");
        json.WriteString("cached", TextIri.Of(article.Hash));
        json.WriteEndObject();
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.Of(text));
        json.WriteString("prefix", text.AsSpan(before, span.Start - before));
        json.WriteString("suffix", text.AsSpan(span.End, behind - span.End));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", points.Before(span.Start));
        json.WriteNumber("end", points.Before(span.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
