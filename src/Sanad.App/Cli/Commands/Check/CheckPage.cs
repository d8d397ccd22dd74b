using Sanad.App.Json;
using Sanad.Ledger.DraftChecks;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Check;

/// <summary>Prints what the ledger says to a draft, entry by entry.</summary>
internal static class CheckPage
{
    /// <summary>Witnesses that are printed; JSON has more of them.</summary>
    private const int Shown = 4;

    private const int Quote = 240;

    public static void Print(Page page, DraftReport report, IReadOnlyList<StoryLedger> stories)
    {
        Func<string, string, Article?> article = DraftJson.Articles(stories);
        if (report.Stories.Count == 0) page.Line("[yellow]No story of the ledger shares a name with it.[/]");
        foreach (StoryLedger story in stories)
        {
            if (report.Stories.Contains(story.Id)) page.Line($"held against story {Page.Safe(story.Id)}: {Page.Safe(story.Title)}");
        }

        if (report.Findings.Count == 0) page.Line("It holds no figure and no statement.");
        foreach (DraftFinding finding in report.Findings)
        {
            page.Line("");
            page.Line($"{Told(finding.Verdict)} “{Page.Safe(Printable.Line(finding.Words, Quote))}”{(finding.Speaker is null ? "" : $" [grey]({Page.Safe(finding.Speaker)})[/]")} [grey]{Page.Safe(finding.Span.ToString())}[/]");
            foreach (Witness witness in finding.Witnesses.Take(Shown)) Print(page, "", witness, article);
            if (finding.Witnesses.Count > Shown) page.Line($"[grey]and {finding.Witnesses.Count - Shown} more[/]", 4);
            if (finding.Newer is { } newer) Print(page, "newer: ", newer, article);
            foreach (Witness candidate in finding.Candidates.Take(Shown)) Print(page, "perhaps: ", candidate, article);
        }
    }

    private static void Print(Page page, string lead, Witness witness, Func<string, string, Article?> article)
    {
        string value = witness.Bound is { } bound ? Wording.OfValue(witness.Low, witness.High, bound, witness.Unit) + ", " : "";
        string act = witness.Act is { } done ? " " + Wording.Of(done) : "";
        page.Line($"{lead}{Page.Safe(value)}[bold]{Page.Safe(witness.By ?? "the article itself")}[/]{act}, {Page.Safe(witness.On ?? "no day")}: “{Page.Safe(Printable.Line(witness.Citation.Quote, Quote))}” "
            + $"[grey]{Page.Safe(article(witness.Story, witness.Citation.Source)?.Outlet ?? "")} {Page.Safe(witness.Citation.Source)} {Page.Safe(witness.Entry)} {Page.Safe(witness.Citation.Span.ToString())}[/]", 4);
    }

    private static string Told(Verdict verdict) => verdict switch
    {
        Verdict.BorneOut => "[green]borne out[/]",
        Verdict.OlderFigure => "[yellow]older figure[/]",
        Verdict.OtherHedge => "[yellow]other hedge[/]",
        Verdict.OtherSpeaker => "[red]other speaker[/]",
        Verdict.OtherWording => "[yellow]other wording[/]",
        _ => "[red]not found[/]",
    };
}
