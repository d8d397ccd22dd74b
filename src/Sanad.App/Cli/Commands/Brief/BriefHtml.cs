using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary>Writes a brief as a page of its own, without scripts; every word of an article is escaped.</summary>
internal static class BriefHtml
{
    public const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}" +
        "h1{line-height:1.2}h2{margin-top:2rem}li{margin:.4rem 0}sup a{text-decoration:none}ol li{overflow-wrap:anywhere}.from{color:#555}" +
        "@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8ab4f8}.from{color:#aaa}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(TextWriter output, Ledger.Brief brief, StoryLedger story, string language, CorrectionNotes notes)
    {
        Begin(output, brief.Title, language, Style);
        Content(output, brief, story, notes, "");
        output.Write("</body>\n</html>\n");
    }

    /// <summary>A page's head, up to where its content begins. It loads nothing and runs nothing.</summary>
    public static void Begin(TextWriter output, string title, string language, string style)
    {
        output.Write($"<!doctype html>\n<html lang=\"{Encoder.Encode(language)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        output.Write($"<title>{Text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n");
    }

    /// <summary>The brief as part of a page.</summary>
    /// <param name="prefix">Begins the names of its places, so that several briefs can stand on one page.</param>
    public static void Content(TextWriter output, Ledger.Brief brief, StoryLedger story, CorrectionNotes notes, string prefix)
    {
        var citations = new NumberedCitations(brief, story);
        output.Write($"<h1>{Text(brief.Title)}</h1>\n<p>{Text(brief.Summary)}</p>\n");
        string heading = "";
        foreach (BriefLine line in brief.Lines)
        {
            if (line.Heading != heading)
            {
                if (heading.Length > 0) output.Write("</ul>\n");
                output.Write($"<h2>{Text(heading = line.Heading)}</h2>\n<ul>\n");
            }

            output.Write($"<li>{Text(line.Text)} <sup>{string.Join(' ', citations.Of(line).Select(number => $"<a href=\"#{prefix}c{number}\">[{number}]</a>").Concat(notes.Of(line).Select(number => $"<a href=\"#{prefix}k{number}\">*{number}</a>")))}</sup></li>\n");
        }

        if (heading.Length > 0) output.Write("</ul>\n");
        output.Write("<hr>\n<ol>\n");
        for (int i = 0; i < citations.All.Count; i++)
        {
            (Citation citation, Article article) = citations.All[i];
            string name = Text(article.Outlet ?? citation.Source);
            if (WebAddress.Of(article.Url) is { } url) name = $"<a href=\"{Encoder.Encode(url)}\" rel=\"noreferrer\">{name}</a>";
            output.Write($"<li id=\"{prefix}c{i + 1}\"><q>{Text(Printable.Inner(citation.Quote))}</q> <span class=\"from\">{name}, {Text(citation.Source)} {Text(citation.Span.ToString())}</span></li>\n");
        }

        output.Write("</ol>\n");
        for (int i = 0; i < notes.All.Count; i++) output.Write($"<p id=\"{prefix}k{i + 1}\">*{i + 1} {Text(notes.All[i])}</p>\n");
    }

    /// <summary>Words of an article as text of a page, on one line.</summary>
    public static string Text(string words) => Encoder.Encode(Printable.Line(words));
}
