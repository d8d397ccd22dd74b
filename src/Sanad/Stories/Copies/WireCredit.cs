using Sanad.Text;

namespace Sanad.Stories.Copies;

/// <summary>Which agency two articles both go back to: one credits it, or its date line or outlet is it.</summary>
internal static class WireCredit
{
    /// <summary>Within how many UTF-16 code units of the opening a date line names the agency, and the longest name.</summary>
    private const int DateLine = 60, LongestName = 24;

    /// <summary>The agency that both name as theirs, as the first of them writes it; null where there is none.</summary>
    public static string? Shared(StoryArticle a, StoryArticle b)
    {
        foreach (string one in a.Agencies)
        {
            foreach (string other in b.Agencies)
            {
                if (one.Equals(other, StringComparison.OrdinalIgnoreCase)) return one;
            }
        }

        return null;
    }

    /// <summary>Whether the article names the agency anywhere.</summary>
    public static bool Names(StoryArticle article, string agency) =>
        article.Analysis.Article.Text.Contains(agency, StringComparison.OrdinalIgnoreCase) || article.Agencies.Contains(agency, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one article names, letter by letter, an agency that the other goes back to: "…, the X news agency reported".</summary>
    public static bool IsReferred(StoryArticle a, StoryArticle b) => Refers(a, b) || Refers(b, a);

    private static bool Refers(StoryArticle article, StoryArticle to)
    {
        string text = article.Analysis.Article.Text;
        foreach (string agency in to.Agencies)
        {
            int at = text.IndexOf(agency, StringComparison.Ordinal), end = at + agency.Length;
            if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }

    /// <summary>Agencies that the article may go back to: those it credits, those in the brackets of its date line and of its last line, its outlet.</summary>
    public static string[] NamesOf(Analysis analysis)
    {
        List<string> names = [.. analysis.Credits.Select(static credit => credit.Name)];
        if (InDateLine(analysis.Article) is { } agency) names.Add(agency);
        if (InLastLine(analysis.Article) is { } signed) names.Add(signed);
        if (analysis.Article.Outlet is { } outlet) names.Add(outlet);
        return [.. names];
    }

    /// <summary>The agency that the article itself names as its source; null where it names none.</summary>
    public static string? Of(Analysis analysis) => analysis.Credits.Count > 0 ? analysis.Credits[0].Name : InDateLine(analysis.Article) ?? InLastLine(analysis.Article);

    /// <summary>The name in the brackets of a date line ("Wairang (Kantor Berita X) - …"), whether or not it is a known agency's.</summary>
    private static string? InDateLine(Article article)
    {
        foreach (Part part in article.Parts)
        {
            if (part.Kind != PartKind.Body) continue;
            ReadOnlySpan<char> opening = part.Span.Of(article.Text);
            opening = opening[..Math.Min(opening.Length, DateLine)];
            int open = opening.IndexOf('('), close = open < 0 ? -1 : opening[open..].IndexOf(')') + open;
            if (close <= open + 1 || close - open - 1 > LongestName || !char.IsUpper(opening[open + 1])) return null;
            ReadOnlySpan<char> behind = opening[(close + 1)..].TrimStart();
            return behind.Length > 0 && behind[0] is '-' or '–' or '—' ? opening[(open + 1)..close].ToString() : null;
        }

        return null;
    }

    /// <summary>The name that stands in brackets and alone in the last line: "(Kantor Berita X)", "(Kantor Berita X/abc)".</summary>
    private static string? InLastLine(Article article)
    {
        ReadOnlySpan<char> line = article.Text.AsSpan().TrimEnd();
        line = line[(line.LastIndexOf('\n') + 1)..].Trim();
        if (line.Length < 3 || line.Length - 2 > LongestName || line[0] != '(' || line[^1] != ')' || !char.IsUpper(line[1])) return null;
        ReadOnlySpan<char> name = line[1..^1];
        return (name.IndexOf('/') is var mark and > 0 ? name[..mark] : name).ToString();
    }
}
