using Sanad.App.Cli.Commands.Correct;
using Sanad.App.Json;
using Sanad.Figures;
using Sanad.Ledger.Corrections;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Show;

/// <summary>Prints a story's ledger for a reader. Every entry stands with the article and the stretch that it rests on.</summary>
internal static class StoryPage
{
    /// <summary>Most UTF-16 code units of a quotation in a table.</summary>
    private const int Quote = 160;

    public static void Print(Page page, StoryLedger story, IReadOnlyList<LoggedCorrection> corrections)
    {
        page.Title(story.Title);
        page.Line($"story {Page.Safe(story.Id)} · {Count(story.Articles.Count, "article")} · {Count(story.Outlets, "outlet")} · {Count(story.Origins, "origin")}");
        var corrected = new CorrectedEntries(story);
        Articles(page, story);
        FigureLines(page, story, corrected);
        Positions(page, story, corrected);
        Conflicts(page, story, corrected);
        Sums(page, story);
        Utterances(page, story, corrected);
        Copies(page, story);
        Timeline(page, story);
        Corrections(page, corrections);
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static void Articles(Page page, StoryLedger story)
    {
        page.Heading("Articles");
        var dates = story.Dates.ToDictionary(static date => date.Source, StringComparer.Ordinal);
        page.Rows([.. story.Articles.Select(analysis =>
        {
            Article article = analysis.Article;
            ArticleDate? date = dates.GetValueOrDefault(article.Source);
            string day = date?.Published ?? (date?.Inferred is { } inferred ? $"[yellow]{Page.Safe(inferred.Value)}[/]" : "[yellow]undated[/]");
            string because = date is { Published: null, Inferred.Because: { Length: > 0 } why } ? $" [yellow]inferred: {Page.Safe(why)}[/]" : "";
            string changed = story.Versions.TryGetValue(article.Source, out int versions) ? $" [yellow]text changed, version {versions}[/]" : "";
            return (string[])[day, Page.Safe(article.Outlet ?? ""), article.IsForeign ? "–" : article.Language, $"{Page.Safe(article.Title ?? Printable.Line(article.Text, 60))} [grey]{Page.Safe(article.Source)}[/]{because}{changed}"];
        })]);
    }

    private static void FigureLines(Page page, StoryLedger story, CorrectedEntries corrected)
    {
        if (story.FigureLines.Count == 0) return;
        page.Heading("Figures");
        foreach (FigureLine line in story.FigureLines)
        {
            page.Line($"[bold]{Page.Safe(line.What)}[/]{(line.Where is null ? "" : $" in {Page.Safe(line.Where)}")}", 2);
            page.Rows([.. line.Points.Select(point => (string[])[
                point.On?.ToIso() ?? "",
                Page.Safe(Wording.OfValue(point.Low, point.High, point.Bound, point.Unit)),
                Page.Safe(Json.StoryJson.NameOf(point) ?? "(the article)"),
                $"{Notes(point)}{Quoted(point.Citation)} {At(point.Citation, point.Figure)}{By(corrected.Figure(point.Source, point.Figure))}"])], 4);
        }
    }

    private static string Notes(FigurePoint point)
    {
        string notes = "";
        if (point.Revises is { } old) notes += $"[blue]revises {Wording.Of(old)}[/] ";
        if (point.PartOf is not null) notes += "part of a total ";
        if (point.CopiesOf is not null) notes += "[grey]repeated[/] ";
        if (point.IsFarOff) notes += "[yellow]far off what others say[/] ";
        return notes;
    }

    private static void Positions(Page page, StoryLedger story, CorrectedEntries corrected)
    {
        if (story.Positions.Count == 0) return;
        page.Heading("Positions");
        foreach (IGrouping<string, Position> proposition in story.Positions.GroupBy(static position => position.About))
        {
            page.Line($"on “{Page.Safe(proposition.Key)}”", 2);
            foreach (Position position in proposition)
            {
                page.Line($"[bold]{Page.Safe(position.Party)}[/]", 4);
                page.Rows([.. position.Moves.Select(move => (string[])[
                    move.Earlier ? $"before {move.On}" : move.On ?? "", $"{ColourOf(move.Act)}{Wording.Of(move.Act)}[/]", $"{Quoted(move.Citation)} {At(move.Citation, move.Statement)}{By(corrected.Statement(move.Source, move.Statement))}"])], 6);
            }
        }
    }

    private static void Conflicts(Page page, StoryLedger story, CorrectedEntries corrected)
    {
        if (story.Conflicts.Count == 0) return;
        page.Heading("Conflicts");
        foreach (Conflict conflict in story.Conflicts)
        {
            page.Line($"[bold]{Page.Safe(conflict.About)}[/]{(conflict.On is null ? "" : $", {Page.Safe(conflict.On)}")}", 2);
            page.Rows([.. conflict.Values.Select(value => (string[])[
                Page.Safe(value.By ?? "(the article)"),
                value.Act is { } act ? $"{ColourOf(act)}{Wording.Of(act)}[/]" : Page.Safe(Wording.OfValue(value.Low, value.High, Bound.Exact, value.Unit)),
                $"{Quoted(value.Citation)} {At(value.Citation)}{By(corrected.At(value.Citation))}"])], 4);
        }
    }

    private static void Sums(Page page, StoryLedger story)
    {
        List<Sum> wrong = [.. story.Sums.Where(static sum => !sum.AddsUp)];
        if (wrong.Count == 0) return;
        page.Heading("Totals that do not add up");
        foreach (Sum sum in wrong)
        {
            page.Line($"{Quoted(sum.Total)} against {string.Join(", ", sum.Parts.Select(static part => Quoted(part)))}: {(sum.Difference > 0 ? $"{Wording.Of(sum.Difference)} too many" : $"{Wording.Of(-sum.Difference)} missing")} {At(sum.Total)}", 2);
        }
    }

    private static void Utterances(Page page, StoryLedger story, CorrectedEntries corrected)
    {
        if (story.Utterances.Count == 0) return;
        page.Heading("The same utterance in several articles");
        foreach (Utterance utterance in story.Utterances)
        {
            page.Line($"[bold]{Page.Safe(utterance.Speaker)}[/]{(utterance.On is null ? "" : $", {Page.Safe(utterance.On)}")}", 2);
            foreach (UtteranceMember member in utterance.Members) page.Line($"{Page.Safe(Printable.Quoted(member.Text, Quote))} {At(member.Citation, member.Statement)}{By(corrected.Statement(member.Source, member.Statement))}", 4);
        }
    }

    private static void Copies(Page page, StoryLedger story)
    {
        if (story.Copies.Count == 0) return;
        page.Heading("Copies");
        foreach (CopyGroup group in story.Copies)
        {
            page.Line($"[bold]{StoryJson.NameOf(group.Kind)}[/]{(group.Origin is null ? "" : $" of {Page.Safe(group.Origin)}")}{(group.Share > 0 ? $", {group.Share:P0} shared" : "")}{By(group.Corrected)}", 2);
            foreach (string member in group.Members) page.Line(Page.Safe(member), 4);
            foreach (Loss loss in group.Lost) page.Line($"[yellow]lost {Page.Safe(loss.What)}[/] in {Page.Safe(loss.Source)}: “{Page.Safe(loss.From)}” became “{Page.Safe(loss.To)}”", 4);
        }
    }

    private static void Timeline(Page page, StoryLedger story)
    {
        if (story.Timeline.Count == 0) return;
        page.Heading("Timeline");
        IEnumerable<string[]> occasions = story.Occasions.Select(static occasion => (string[])[occasion.On, $"[bold]{Wording.OfOccasion(occasion.Kind)}[/]{(occasion.Place is null ? "" : ", " + Page.Safe(occasion.Place))}: {Page.Safe(string.Join(", ", occasion.Speakers))}, {Count(occasion.Members.Count, "statement")} {At(occasion.Named)}"]);
        IEnumerable<string[]> said = story.Timeline.Select(static entry => (string[])[entry.On, $"{Page.Safe(Printable.Line(entry.Text, 2 * Quote))} {(entry.Citations.Count > 0 ? At(entry.Citations[0]) : "")}"]);
        page.Rows([.. occasions.Concat(said).OrderBy(static row => row[0], StringComparer.Ordinal)]);
    }

    /// <summary>Those that hold: what was taken out is told of nowhere else.</summary>
    private static void Corrections(Page page, IReadOnlyList<LoggedCorrection> corrections)
    {
        List<LoggedCorrection> holding = [.. corrections.Where(static logged => logged.Standing == Standing.Holds && logged.Correction is not Undoing)];
        if (holding.Count == 0) return;
        page.Heading("Corrections");
        foreach (LoggedCorrection logged in holding) page.Line($"[bold]{logged.Correction.Id}[/] {Page.Safe(CorrectionPage.Told(logged.Correction))} [grey]{Page.Safe(logged.Correction.By)}: {Page.Safe(logged.Correction.Reason)}[/]", 2);
    }

    private static string Quoted(Citation citation) => Page.Safe(Printable.Quoted(citation.Quote, Quote));

    private static string At(Citation citation) => $"[grey]{Page.Safe(citation.Source)} {Page.Safe(citation.Span.ToString())}[/]";

    /// <summary>With the entry's id, by which it can be corrected.</summary>
    private static string At(Citation citation, string entry) => $"[grey]{Page.Safe(citation.Source)} {Page.Safe(entry)} {Page.Safe(citation.Span.ToString())}[/]";

    private static string By(Corrected? corrected) => corrected is null ? "" : $" {Page.CorrectedBy(corrected)}";

    private static string ColourOf(Act act) => act switch
    {
        Act.Deny => "[red]",
        Act.Confirm => "[green]",
        Act.Neither => "[yellow]",
        _ => "[blue]",
    };
}
