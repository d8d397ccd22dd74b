using Sanad.Language;
using Sanad.Text;

namespace Sanad;

/// <summary>Reads one article into an analysis: the whole pipeline on one screen. Pure and safe to use from many threads.</summary>
public sealed class Analyzer(LanguageSet languages)
{
    public LanguageSet Languages => languages;

    public Analysis Analyze(Article article)
    {
        Document document = Document.Read(article, languages[article.Language]);
        return new Analysis(article)
        {
            Publication = Time.Publication.Unknown,
            Credits = [], Parties = [], Mentions = [], Times = [], Figures = [], Statements = document.Tokens.Length > 0 ? [] : [],
        };
    }
}
