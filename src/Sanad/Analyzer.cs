using Sanad.Attribution;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad;

/// <summary>Reads one article into an analysis: the whole pipeline on one screen. Pure and safe to use from many threads.</summary>
public sealed class Analyzer(LanguageSet languages)
{
    private readonly StatementFinder _statements = new(Confidence.Load());

    public LanguageSet Languages => languages;

    public Analysis Analyze(Article article)
    {
        Document document = Document.Read(article, languages[article.Language]);
        PartyIndex parties = PartyFinder.Find(document);
        Attributions attributions = _statements.Find(document, parties, []);
        return new Analysis(article)
        {
            Publication = Time.Publication.Unknown,
            Credits = attributions.Credits, Parties = [.. parties.Parties, .. attributions.Unnamed], Mentions = parties.Mentions, Times = [], Figures = [], Statements = attributions.Statements,
        };
    }
}
