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

    /// <summary>Agencies that the article may go back to: those it credits, that of its date line, its outlet.</summary>
    public static string[] NamesOf(Analysis analysis)
    {
        List<string> names = [.. analysis.Credits.Select(static credit => credit.Name)];
        if (InDateLine(analysis.Article) is { } agency) names.Add(agency);
        if (analysis.Article.Outlet is { } outlet) names.Add(outlet);
        return [.. names];
    }

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
}
