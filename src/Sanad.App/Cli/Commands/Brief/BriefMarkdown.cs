using System.Text;
using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary>Writes a brief as Markdown, its citations as footnotes.</summary>
internal static class BriefMarkdown
{
    public static void Write(TextWriter output, Ledger.Brief brief, StoryLedger story, CorrectionNotes notes)
    {
        var citations = new NumberedCitations(brief, story);
        output.Write($"# {Escape(brief.Title)}\n\n{Escape(brief.Summary)}\n");
        string heading = "";
        foreach (BriefLine line in brief.Lines)
        {
            if (line.Heading != heading) output.Write($"\n## {Escape(heading = line.Heading)}\n\n");
            output.Write($"- {Escape(line.Text)}{string.Concat(citations.Of(line).Select(static number => $"[^{number}]"))}{string.Concat(notes.Of(line).Select(static number => $"[^k{number}]"))}\n");
        }

        output.Write('\n');
        for (int i = 0; i < citations.All.Count; i++)
        {
            (Citation citation, Article article) = citations.All[i];
            string name = Escape(article.Outlet ?? citation.Source);
            if (WebAddress.Of(article.Url) is { } url) name = $"[{name}](<{url}>)";
            output.Write($"[^{i + 1}]: {name}, `{Printable.Line(citation.Source).Replace('`', '\'')}` {Escape(citation.Span.ToString())}: “{Escape(Printable.Inner(citation.Quote))}”\n");
        }

        for (int i = 0; i < notes.All.Count; i++) output.Write($"[^k{i + 1}]: {Escape(notes.All[i])}\n");
    }

    /// <summary>Words of an article as words, whatever marks they hold.</summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder();
        foreach (char c in Printable.Line(words))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '&' or '~') text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
