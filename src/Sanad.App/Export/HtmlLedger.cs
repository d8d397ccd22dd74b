using System.Globalization;
using Sanad.App.Charts;
using Sanad.App.Cli.Commands.Brief;
using Sanad.App.Drawing;
using Sanad.App.Json;
using Sanad.App.Server.Interface;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Export;

/// <summary>
/// Writes stories as one page that needs nothing beside it: brief, charts, who said what, copies, and the articles with all that was found in them marked. Every entry leads to
/// its words. Opens from a disk, without network and scripts.
/// </summary>
internal sealed class HtmlLedger(TextWriter output, LanguageSet languages)
{
    private const string Style = BriefHtml.Style + SvgPainter.Style +
        "body{max-width:62rem}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:left;vertical-align:top;overflow-wrap:anywhere;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #8884}" +
        "figure{margin:1rem 0}.text{white-space:pre-wrap;overflow-wrap:anywhere}mark{background:#ffe9a8;color:inherit}mark.f{background:#cfe8ff}mark.d{background:#ffd3cf}" +
        "article{border-top:1px solid #8888;margin-top:1.5rem}.k{color:#8a5a00}@media(prefers-color-scheme:dark){mark{background:#5a4a10}mark.f{background:#12405f}mark.d{background:#66251f}.k{color:#e0b050}}@media print{details{display:block}}";

    private string _prefix = "";
    private BriefWords _words = null!;
    private Func<string, string> _names = null!;
    private CorrectedEntries _corrected = null!;
    private Dictionary<string, int> _articles = [];

    /// <param name="language">Of the words around the entries; null for that of most articles of each story.</param>
    public void Write(IEnumerable<StoryLedger> stories, string? language)
    {
        bool isFirst = true;
        foreach (StoryLedger story in stories)
        {
            var writer = new BriefWriter(languages);
            LanguagePack pack = languages.TryGet(language, out LanguagePack chosen) ? chosen : writer.LanguageOf(story);
            if (isFirst) BriefHtml.Begin(output, story.Title, pack.Code, Style);
            isFirst = false;
            Write(story, writer, pack);
        }

        if (isFirst) BriefHtml.Begin(output, "Sanad", "en", Style);
        output.Write("</body>\n</html>\n");
    }

    private void Write(StoryLedger story, BriefWriter writer, LanguagePack pack)
    {
        (_prefix, _words, _corrected) = ($"t{story.Id}-", new BriefWords(pack), new CorrectedEntries(story));
        _names = new SpeakerWords(languages, _words).In(story.Articles);
        _articles = [];
        for (int i = 0; i < story.Articles.Count; i++) _articles[story.Articles[i].Article.Source] = i;
        output.Write($"<section lang=\"{pack.Code}\">\n");
        Ledger.Brief brief = writer.Write(story, pack);
        BriefHtml.Content(output, brief, story, new CorrectionNotes(brief, story, _words), _prefix);
        Lines(story, pack);
        Positions(story);
        Conflicts(story);
        Utterances(story);
        Copies(story);
        Timeline(story);
        Statements(story);
        Heading("page.articles");
        foreach (Analysis analysis in story.Articles) Article(analysis);
        output.Write("</section>\n");
    }

    private void Lines(StoryLedger story, LanguagePack pack)
    {
        if (story.FigureLines.Count == 0) return;
        Heading("page.lines");
        var words = new InterfaceLanguage(pack);
        Dictionary<string, Analysis> articles = story.Articles.ToDictionary(static analysis => analysis.Article.Source, StringComparer.Ordinal);
        for (int i = 0; i < story.FigureLines.Count; i++)
        {
            FigureLine line = story.FigureLines[i];
            string name = FigureName.Of(line, words, source => articles[source]);
            output.Write($"<h3>{Text(name)}</h3>\n");
            if (line.Points.Count > 1 && FigureChart.Of(line, name, words, point => "#" + Place(point.Source, point.Figure), _names, source => articles[source].Article.Outlet ?? source) is { } chart)
            {
                output.Write("<figure class=\"chart\">");
                SvgPainter.Write(output, chart, string.Create(CultureInfo.InvariantCulture, $"{_prefix}c{i}"));
                output.Write("</figure>\n");
            }

            Table(["page.on", "page.value", "page.by", "page.words"], line.Points.Select(point => (string[])[
                Day(point.On?.ToIso()), Text(_words.Value(point.Low, point.High, point.Bound, null)), Text(point.By is null ? _words["chart.voice"] : _names(point.By)), Quote(point.Citation, point.Figure) + By(_corrected.Figure(point.Source, point.Figure))]));
        }
    }

    private void Positions(StoryLedger story)
    {
        if (story.Positions.Count == 0) return;
        Heading("page.positions");
        foreach (IGrouping<string, Position> about in story.Positions.GroupBy(static position => position.About))
        {
            output.Write($"<h3>“{Text(about.Key)}”</h3>\n");
            Table(["page.by", "page.on", "page.act", "page.words"], about.SelectMany(position => position.Moves.Select(move => (string[])[
                Text(_names(position.Party)), Day(move.On), Text(_words.Act(move.Act)), Quote(move.Citation, move.Statement) + By(_corrected.Statement(move.Source, move.Statement))])));
        }
    }

    private void Conflicts(StoryLedger story)
    {
        if (story.Conflicts.Count == 0) return;
        Heading("heading.conflicts");
        foreach (Conflict conflict in story.Conflicts)
        {
            output.Write($"<h3>{Text(conflict.About)}{(conflict.On is null ? "" : ", " + Day(conflict.On))}</h3>\n");
            Table(["page.by", "page.value", "page.words"], conflict.Values.Select(value => (string[])[
                Text(value.By is null ? _words["chart.voice"] : _names(value.By)), Text(value.Act is { } act ? _words.Act(act) : _words.Value(value.Low, value.High, value.Low == value.High ? Bound.Exact : Bound.Between, value.Unit)), Quote(value.Citation, null) + By(_corrected.At(value.Citation))]));
        }
    }

    private void Utterances(StoryLedger story)
    {
        if (story.Utterances.Count == 0) return;
        Heading("page.utterances");
        foreach (Utterance utterance in story.Utterances)
        {
            output.Write($"<h3>{Text(_names(utterance.Speaker))}{(utterance.On is null ? "" : ", " + Day(utterance.On))}</h3>\n<ul>\n");
            foreach (UtteranceMember member in utterance.Members) output.Write($"<li>“{Text(member.Text)}” {From(member.Source, member.Statement)}</li>\n");
            output.Write("</ul>\n");
        }
    }

    private void Copies(StoryLedger story)
    {
        if (story.Copies.Count == 0) return;
        Heading("page.copies");
        foreach (CopyGroup group in story.Copies)
        {
            output.Write($"<h3>{Text(StoryJson.NameOf(group.Kind))}{(group.Origin is null ? "" : $", {Text(_words["page.origin"])} {Text(group.Origin)}")}{(group.Share > 0 ? $", {group.Share.ToString("P0", CultureInfo.InvariantCulture)} {Text(_words["page.share"])}" : "")}</h3>{By(group.Corrected)}\n<ul>\n");
            foreach (string member in group.Members) output.Write($"<li>{From(member, null)}</li>\n");
            foreach (Loss loss in group.Lost) output.Write($"<li>{Text(_words["page.lost"])} {Text(loss.What)}: “{Text(loss.From)}” → “{Text(loss.To)}” {From(loss.Source, null)}</li>\n");
            output.Write("</ul>\n");
        }
    }

    private void Timeline(StoryLedger story)
    {
        if (story.Timeline.Count == 0) return;
        Heading("page.timeline");
        Table(["page.on", "page.words"], story.Timeline.Select(entry => (string[])[Day(entry.On), Text(entry.Text) + string.Concat(entry.Citations.Take(1).Select(citation => " " + From(citation.Source, null)))]));
    }

    private void Statements(StoryLedger story)
    {
        if (story.Articles.All(static analysis => analysis.Statements.Count == 0)) return;
        Heading("page.statements");
        Table(["page.by", "page.act", "page.on", "page.words"], story.Articles.SelectMany(analysis => analysis.Statements.Where(static statement => !statement.Headline || statement.Corrected is not null).Select(statement => (string[])[
            Text(statement.Speaker.Name is { } name ? _names(name) : "?"), Text(_words.Act(statement.Act)), Day(statement.Said?.ToIso()),
            $"“{Text(analysis.ContentOf(statement))}” {From(analysis.Article.Source, statement.Id)}{By(statement.Corrected)}"])));
    }

    private void Article(Analysis analysis)
    {
        Article article = analysis.Article;
        string name = Text(article.Title ?? article.Source);
        if (WebAddress.Of(article.Url) is { } url) name = $"<a href=\"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(url)}\" rel=\"noreferrer\">{name}</a>";
        output.Write($"<article id=\"{Place(article.Source, null)}\"{(article.IsForeign ? "" : $" lang=\"{article.Language}\"")}>\n<h3>{name}</h3>\n<p class=\"from\">{(article.Outlet is null ? "" : Text(article.Outlet) + " · ")}{(AnalysisJson.PublishedOf(analysis) is { } day ? Day(day) : Text(_words["page.undated"]))} · {Text(article.Source)} · {article.Hash.Value}</p>\n<div class=\"text\">");
        var entries = new List<(TextSpan, string?, string)>();
        foreach (Statement statement in analysis.Statements)
        {
            for (int i = 0; i < statement.Content.Count; i++) entries.Add((statement.Content[i], i == 0 ? Place(article.Source, statement.Id) : null, statement.Act == Act.Deny ? "d" : "s"));
        }

        foreach (Figure figure in analysis.Figures) entries.Add((figure.Span, Place(article.Source, figure.Id), "f"));
        MarkedText.Write(output, article.Text, entries);
        output.Write("</div>\n</article>\n");
    }

    private void Heading(string key) => output.Write($"<h2>{Text(_words[key])}</h2>\n");

    /// <summary>Cells are markup.</summary>
    private void Table(string[] heads, IEnumerable<string[]> rows)
    {
        output.Write($"<table><thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{Text(_words[head])}</th>"))}</tr></thead><tbody>\n");
        foreach (string[] row in rows) output.Write($"<tr>{string.Concat(row.Select(static cell => $"<td>{cell}</td>"))}</tr>\n");
        output.Write("</tbody></table>\n");
    }

    private string Quote(Citation citation, string? entry) => $"“{Text(citation.Quote)}” {From(citation.Source, entry)}";

    private string From(string source, string? entry) => _articles.ContainsKey(source) ? $"<a class=\"from\" href=\"#{Place(source, entry)}\">{Text(source)}</a>" : $"<span class=\"from\">{Text(source)}</span>";

    private string By(Corrected? corrected) => corrected is null
        ? ""
        : $" <span class=\"k\">{Text(_words["corrected"].Replace("{by}", corrected.By, StringComparison.Ordinal).Replace("{reason}", corrected.Reason, StringComparison.Ordinal))}{(corrected.Was.Length > 0 ? $" ({Text(_words["page.was"])} {Text(corrected.Was)})" : "")}</span>";

    /// <summary>The place of an article on the page, or of an entry in its text. Made of numbers and ids alone: no word of an article gets into a name.</summary>
    private string Place(string source, string? entry) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}a{_articles.GetValueOrDefault(source)}{(entry is null ? "" : "-" + entry)}");

    private string Day(string? iso) => iso is null ? "" : Text(DateOnly.TryParseExact(iso.AsSpan(0, Math.Min(10, iso.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && (iso.Length == 10 || iso[10] == 'T') ? _words.Day(day) : iso);

    private static string Text(string words) => BriefHtml.Text(words);
}
