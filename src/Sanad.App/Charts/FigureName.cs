using Sanad.App.Cli;
using Sanad.App.Server.Interface;
using Sanad.Figures;
using Sanad.Stories;

namespace Sanad.App.Charts;

/// <summary>What a figure line is called on a page and over its chart.</summary>
internal static class FigureName
{
    /// <summary>In the words that articles in the reader's language have for what is counted, as the brief has it: the line's own if one of them has these, else those of the first. Where none counts it, in the line's own.</summary>
    /// <param name="articleOf">The article that a value of the line stands in.</param>
    public static string Of(FigureLine line, InterfaceLanguage words, Func<string, Analysis> articleOf)
    {
        string what = Printable.Line(In(words.Code, line, articleOf) ?? line.What, 120);
        return line.Where is null ? what : words.Fill("figure.where", ("what", what), ("where", Printable.Line(line.Where, 80)));
    }

    private static string? In(string language, FigureLine line, Func<string, Analysis> articleOf)
    {
        string? first = null;
        foreach (FigurePoint point in line.Points)
        {
            Analysis analysis = articleOf(point.Source);
            if (analysis.Article.Language != language) continue;
            foreach (Figure figure in analysis.Figures)
            {
                if (figure.Id != point.Figure || figure.What is not { Length: > 0 } what) continue;
                if (what == line.What) return what;
                first ??= what;
            }
        }

        return first;
    }
}
