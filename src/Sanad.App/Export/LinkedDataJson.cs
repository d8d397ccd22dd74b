using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Parties;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Export;

/// <summary>
/// Writes stories as JSON-LD: articles as schema.org NewsArticle, what is quoted word for word as Quotation, all else that is said or counted as Claim; and with PROV-O on
/// whose word each stands: a statement is derived from the report that carried it, that from the next, the last from the utterance that is attributed to its speaker.
/// </summary>
internal static class LinkedDataJson
{
    public static void Write(Stream output, IEnumerable<StoryLedger> stories)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartObject();
        json.WriteStartObject("@context");
        json.WriteString("@vocab", "https://schema.org/");
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        foreach (string link in (string[])["prov:wasAttributedTo", "prov:wasDerivedFrom", "prov:wasQuotedFrom", "prov:specializationOf", "appearance", "isBasedOn", "isPartOf", "spokenByCharacter", "author"])
        {
            json.WriteStartObject(link);
            if (!link.Contains(':', StringComparison.Ordinal)) json.WriteString("@id", "https://schema.org/" + link);
            json.WriteString("@type", "@id");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("@graph");
        foreach (StoryLedger story in stories)
        {
            Write(json, story);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, StoryLedger story)
    {
        var agents = new HashSet<string>(StringComparer.Ordinal);
        var names = story.Articles.ToDictionary(static analysis => analysis.Article.Source, static analysis => TextIri.Of(analysis.Article), StringComparer.Ordinal);
        foreach (Analysis analysis in story.Articles)
        {
            foreach (Party party in analysis.Parties)
            {
                if (agents.Add(party.Id)) Agent(json, TextIri.Local("story", story.Id, "party", party.Id), party.Name, party.Kind == PartyKind.Person ? "Person" : party.Kind == PartyKind.State ? "Country" : "Organization");
            }

            Article(json, story, analysis, names);
            foreach (Statement statement in analysis.Statements) Statement(json, story.Id, analysis, statement, names[analysis.Article.Source]);
            foreach (Figure figure in analysis.Figures) Figure(json, story.Id, analysis, figure, names[analysis.Article.Source]);
        }
    }

    private static void Agent(Utf8JsonWriter json, string id, string name, string type)
    {
        Start(json, id, type, "prov:Agent");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Article(Utf8JsonWriter json, StoryLedger story, Analysis analysis, Dictionary<string, string> names)
    {
        Article article = analysis.Article;
        Start(json, names[article.Source], "NewsArticle", "prov:Entity");
        if (article.Title is not null) json.WriteString("headline", article.Title);
        if (Cli.Commands.Brief.WebAddress.Of(article.Url) is { } url) json.WriteString("url", url);
        if (AnalysisJson.PublishedOf(analysis) is { } published) json.WriteString("datePublished", published);
        if (!article.IsForeign) json.WriteString("inLanguage", article.Language);
        json.WriteString("identifier", TextIri.Of(article.Hash));
        if (article.Outlet is { } outlet) Named(json, "publisher", outlet, "Organization");
        if (article.Byline.Count > 0) json.Strings("creditText", article.Byline);
        json.Strings("sourceOrganization", analysis.Credits.Select(static credit => credit.Name).Distinct(StringComparer.Ordinal));
        string[] origins = [.. story.Copies.Where(group => group.Members.Contains(article.Source) && group.Origin is { } origin && origin != article.Source && names.ContainsKey(origin)).Select(group => names[group.Origin!]).Distinct()];
        if (origins.Length > 0)
        {
            json.Strings("isBasedOn", origins);
            json.Strings("prov:wasDerivedFrom", origins);
        }

        json.WriteEndObject();
    }

    private static void Statement(Utf8JsonWriter json, string story, Analysis analysis, Statement statement, string article)
    {
        string id = TextIri.Local("story", story, analysis.Article.Source, statement.Id), utterance = id + "/utterance";
        bool isQuoted = statement.Kind == StatementKind.Direct;
        string[] speakers = [.. statement.Speaker.PartyIds.Select(party => TextIri.Local("story", story, "party", party))];
        Start(json, id, isQuoted ? "Quotation" : "Claim", "prov:Entity");
        json.WriteString("text", analysis.ContentOf(statement));
        json.Strings(isQuoted ? "spokenByCharacter" : "author", speakers);
        json.WriteString(isQuoted ? "isPartOf" : "appearance", article);
        json.WriteString("prov:wasQuotedFrom", article);
        json.WriteString("prov:wasDerivedFrom", statement.Via.Count > 0 ? id + "/via/1" : utterance);
        json.WriteString("keywords", JsonNames<Act>.Of(statement.Act));
        json.WriteEndObject();
        for (int i = 0; i < statement.Via.Count; i++)
        {
            Start(json, string.Create(CultureInfo.InvariantCulture, $"{id}/via/{i + 1}"), "CreativeWork", "prov:Entity");
            json.WriteStartObject("prov:wasAttributedTo");
            Types(json, "Organization", "prov:Agent");
            json.WriteString("name", statement.Via[i].Name);
            json.WriteEndObject();
            json.WriteString("prov:wasDerivedFrom", i + 1 < statement.Via.Count ? string.Create(CultureInfo.InvariantCulture, $"{id}/via/{i + 2}") : utterance);
            json.WriteEndObject();
        }

        Start(json, utterance, "CreativeWork", "prov:Entity");
        if (statement.Said is { } said) json.WriteString("dateCreated", said.ToIso());
        json.Strings("prov:wasAttributedTo", speakers);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string story, Analysis analysis, Figure figure, string article)
    {
        Start(json, TextIri.Local("story", story, analysis.Article.Source, figure.Id), "Claim", "prov:Entity");
        json.WriteString("text", figure.Span.Of(analysis.Article.Text));
        json.WriteString("appearance", article);
        json.WriteString("prov:wasQuotedFrom", article);
        if (figure.Statement is { } statement) json.WriteString("isPartOf", TextIri.Local("story", story, analysis.Article.Source, statement));
        json.WriteStartObject("about");
        json.WriteString("@type", "QuantitativeValue");
        if (figure.What is { } what) json.WriteString("name", what);
        if (figure.Low is not null && figure.Low == figure.High) json.Field("value", figure.Low);
        else
        {
            if (figure.Low is not null) json.Field("minValue", figure.Low);
            if (figure.High is not null) json.Field("maxValue", figure.High);
        }

        if (figure.Unit is { } unit) json.WriteString("unitText", unit);
        json.WriteEndObject();
        if (figure.Where is { } place) Named(json, "contentLocation", place, "Place");
        if (figure.AsOf is { } day) json.WriteString("temporalCoverage", day.ToIso());
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, string id, params ReadOnlySpan<string> types)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        Types(json, types);
    }

    private static void Types(Utf8JsonWriter json, params ReadOnlySpan<string> types) => json.Strings("@type", types.ToArray());

    private static void Named(Utf8JsonWriter json, string property, string name, string type)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
