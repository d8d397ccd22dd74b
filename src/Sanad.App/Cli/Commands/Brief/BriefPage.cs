using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary>Prints a brief for a reader: numbered citations after each line, and below what they cite.</summary>
internal static class BriefPage
{
    /// <summary>Most UTF-16 code units of a quotation: a whole sentence, so that it can be looked up.</summary>
    private const int Quote = 400;

    public static void Print(Page page, Ledger.Brief brief, StoryLedger story, CorrectionNotes notes)
    {
        var citations = new NumberedCitations(brief, story);
        page.Title(brief.Title);
        page.Line(Page.Safe(brief.Summary));
        string heading = "";
        foreach (BriefLine line in brief.Lines)
        {
            if (line.Heading != heading) page.Heading(heading = line.Heading);
            page.Line($"{Page.Safe(line.Text)} [blue]{Page.Safe(string.Concat(citations.Of(line).Select(static number => $"[{number}]")))}[/]{string.Concat(notes.Of(line).Select(static number => $" [yellow]*{number}[/]"))}", 2);
        }

        page.Line("");
        for (int i = 0; i < citations.All.Count; i++)
        {
            (Citation citation, Article article) = citations.All[i];
            string outlet = article.Outlet is null ? "" : Page.Safe(article.Outlet) + ", ";
            page.Line($"[blue]{Page.Safe($"[{i + 1}]")}[/] {outlet}[grey]{Page.Safe(citation.Source)} {Page.Safe(citation.Span.ToString())}[/] {Page.Safe(Printable.Quoted(citation.Quote, Quote))}");
        }

        for (int i = 0; i < notes.All.Count; i++) page.Line($"[yellow]*{i + 1} {Page.Safe(notes.All[i])}[/]");
    }
}
