using System.Text.Json;
using Sanad.Figures;
using Sanad.Ledger.DraftChecks;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Json;

/// <summary>Writes what the ledger says to a draft, as <c>sanad check --format json</c> and the API give it.</summary>
internal static class DraftJson
{
    /// <param name="article">Of a story and a source: what is known of the article.</param>
    public static void Write(Utf8JsonWriter json, DraftReport report, Func<string, string, Article?> article)
    {
        json.WriteStartObject();
        json.WriteString("language", report.Draft.Article.Language);
        json.Strings("stories", report.Stories);
        json.List("findings", report.Findings, (json, finding) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNames<DraftEntry>.Of(finding.Kind));
            json.WriteString("entry", finding.Entry);
            json.Field("span", (TextSpan?)finding.Span);
            json.WriteString("words", finding.Words);
            json.Field("speaker", finding.Speaker);
            json.WriteString("verdict", JsonNames<Verdict>.Of(finding.Verdict));
            json.List("witnesses", finding.Witnesses, (json, witness) => Write(json, witness, article));
            json.WritePropertyName("newer");
            if (finding.Newer is { } newer) Write(json, newer, article);
            else json.WriteNullValue();
            json.List("candidates", finding.Candidates, (json, witness) => Write(json, witness, article));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Witness witness, Func<string, string, Article?> article)
    {
        Article? at = article(witness.Story, witness.Citation.Source);
        json.WriteStartObject();
        json.WriteString("story", witness.Story);
        json.WriteString("entry", witness.Entry);
        json.Field("by", witness.By);
        json.Field("on", witness.On);
        json.Field("act", witness.Act is { } act ? JsonNames<Act>.Of(act).ToString() : null);
        json.Field("low", witness.Low);
        json.Field("high", witness.High);
        json.Field("bound", witness.Bound is { } bound ? JsonNames<Bound>.Of(bound).ToString() : null);
        json.Field("unit", witness.Unit);
        json.Field("outlet", at?.Outlet);
        json.Field("url", at?.Url);
        json.Field("citation", witness.Citation);
        json.WriteEndObject();
    }

    /// <summary>Looks articles up in the stories that a draft was held against.</summary>
    public static Func<string, string, Article?> Articles(IReadOnlyList<StoryLedger> stories)
    {
        var articles = new Dictionary<(string, string), Article>();
        foreach (StoryLedger story in stories)
        {
            foreach (Analysis analysis in story.Articles) articles[(story.Id, analysis.Article.Source)] = analysis.Article;
        }

        return (story, source) => articles.GetValueOrDefault((story, source));
    }
}
