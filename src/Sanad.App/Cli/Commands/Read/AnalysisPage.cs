using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.App.Cli.Commands.Read;

/// <summary>Prints what was found in one article for a reader.</summary>
internal static class AnalysisPage
{
    public static void Print(Page page, Analysis analysis)
    {
        Article article = analysis.Article;
        page.Title(article.Title ?? Printable.Line(article.Text, 80));
        int furniture = article.Parts.Count(static part => part.Kind == PartKind.Furniture);
        page.Line($"[grey]{Page.Safe(article.Source)}[/]");
        if (article.Url is { } url && url != article.Source) page.Line($"[grey]{Page.Safe(url)}[/]");
        page.Line($"{(article.Outlet is null ? "" : Page.Safe(article.Outlet) + " · ")}{DateOf(analysis)} · {LanguageOf(article)} · {article.Parts.Count} parts{(furniture > 0 ? $", {furniture} of them furniture" : "")}");
        if (article.Updated is { } updated) page.Line($"updated {Page.Safe(updated)}");
        if (article.IsStub) page.Line("[yellow]only the opening is there; the rest is for subscribers[/]");
        if (article.Byline.Count > 0) page.Line($"by {Page.Safe(string.Join(", ", article.Byline))}");
        if (analysis.Credits.Count > 0) page.Line($"credits {Page.Safe(string.Join(", ", analysis.Credits.Select(static credit => credit.Name).Distinct(StringComparer.Ordinal)))}");
        Statements(page, analysis);
        Figures(page, analysis);
        Times(page, analysis);
    }

    private static string DateOf(Analysis analysis)
    {
        Publication publication = analysis.Publication;
        if (publication.Day is { } day) return $"{Wording.Of(day)} ({Page.Safe(PathOf(analysis.Article) ?? (publication.Because.Count > 0 ? "its date line" : "told with the text"))})";
        if (publication.Latest is not { } latest) return "[yellow]undated[/]";
        string span = publication.Earliest is { } earliest && earliest != latest ? $"between {Wording.Of(earliest)} and {Wording.Of(latest)}" : Wording.Of(latest);
        return $"[yellow]{span}, inferred{(publication.Because.Count > 0 ? $" from “{Page.Safe(publication.Because[0].Text)}”" : " from a sibling")}[/]";
    }

    private static string LanguageOf(Article article) => article.IsForeign ? $"[yellow]{Page.Safe(article.DeclaredLanguage ?? "a language")}, which is not read[/]" : article.Language;

    /// <summary>Where on its page the day of publication stands; null for plain text.</summary>
    private static string? PathOf(Article article)
    {
        foreach (FieldPath path in article.Paths)
        {
            if (path.Field == "published") return path.Path;
        }

        return null;
    }

    private static void Statements(Page page, Analysis analysis)
    {
        if (analysis.Statements.Count == 0) return;
        page.Heading("Statements");
        foreach (Statement statement in analysis.Statements)
        {
            string role = statement.Speaker.Role is { } title && title != statement.Speaker.Name ? $" [grey]({Page.Safe(title)})[/]" : "";
            string said = statement.Said is { } day ? $", {day.ToIso()}" : "";
            string via = statement.Via.Count > 0 ? $", via {string.Join(" ← ", statement.Via.Select(static relay => Page.Safe(relay.Name)))}" : "";
            string inside = statement.Inside is { } outer ? $", inside {outer}" : "";
            page.Line($"[grey]{statement.Id,-4}[/]{Name(statement.Speaker)}{role} {ColourOf(statement.Act)}{Wording.Of(statement.Act)}[/] [grey]({statement.Kind.ToString().ToLowerInvariant()}{said}{via}{inside})[/]", 2);
            page.Line($"“{Page.Safe(analysis.ContentOf(statement))}” [grey]{Page.Safe(string.Join(' ', statement.Content))}[/]", 6);
            if (statement.Corrected is { } corrected) page.Line(Page.CorrectedBy(corrected), 6);
        }
    }

    private static string Name(Speaker speaker) => speaker.Name is { } name ? $"[bold]{Page.Safe(name)}[/]" : "[yellow]somebody[/]";

    private static string ColourOf(Act act) => act switch
    {
        Act.Deny => "[red]",
        Act.Confirm => "[green]",
        Act.Neither => "[yellow]",
        _ => "[blue]",
    };

    private static void Figures(Page page, Analysis analysis)
    {
        if (analysis.Figures.Count == 0) return;
        page.Heading("Figures");
        var rows = new List<string[]>();
        foreach (Figure figure in analysis.Figures)
        {
            string what = figure.What is null ? "" : Page.Safe(figure.What);
            if (figure.Where is { } where) what += $" in {Page.Safe(where)}";
            if (figure.AsOf is { } day) what += $", {day.ToIso()}";
            if (figure.PartOf is { } total) what += $", part of {total}";
            if (figure.Revises is { } old) what += $", revises {Wording.Of(old)}";
            if (figure.Statement is { } statement) what += $" [grey]({statement})[/]";
            if (figure.Corrected is { } corrected) what += $" {Page.CorrectedBy(corrected)}";
            rows.Add([$"[grey]{figure.Id}[/]", Page.Safe(Wording.OfValue(figure.Low, figure.High, figure.Bound, figure.Unit)), what, $"“{Page.Safe(figure.Span.Of(analysis.Article.Text).ToString())}” [grey]{Page.Safe(figure.Span.ToString())}[/]"]);
        }

        page.Rows(rows);
    }

    private static void Times(Page page, Analysis analysis)
    {
        if (analysis.Times.Count == 0) return;
        page.Heading("Times");
        page.Rows([.. analysis.Times.Select(time => (string[])[
            time.Value.ToIso(), $"“{Page.Safe(time.Span.Of(analysis.Article.Text).ToString())}” [grey]{Page.Safe(time.Span.ToString())} {Page.Safe(time.Because ?? Wording.Of(time.Basis))}[/]"])]);
    }
}
