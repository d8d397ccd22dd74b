using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;
using Sanad.Time;

namespace Sanad;

/// <summary>Reads one article into an analysis: the whole pipeline on one screen. Pure and safe to use from many threads.</summary>
public sealed class Analyzer(LanguageSet languages)
{
    private readonly StatementFinder _statements = new(Confidence.Load());

    public LanguageSet Languages => languages;

    /// <param name="borrowed">Days between which the article was published, as a sibling tells; used only where the article itself tells nothing.</param>
    public Analysis Analyze(Article article, CalendarValue? borrowed = null)
    {
        Document document = Document.Read(article, languages[article.Language]);
        IReadOnlyList<TimeExpression> expressions = TimeFinder.Find(document);
        Publication publication = PublicationFinder.Find(document, expressions, borrowed);
        IReadOnlyList<TimeMention> times = TimeResolver.Resolve(document, expressions, publication);
        PartyIndex parties = PartyFinder.Find(document);
        IReadOnlyList<Figure> figures = FigureFinder.Find(document, [.. expressions.Select(static expression => expression.Span)]);
        Attributions attributions = _statements.Find(document, parties, expressions, times);
        return new Analysis(article)
        {
            Publication = publication,
            Credits = [.. attributions.Credits, .. article.Sources.Select(static source => new Credit(source, null))],
            Parties = [.. parties.Parties, .. attributions.Unnamed],
            Mentions = parties.Mentions,
            Times = times,
            Figures = FigureAttribution.Attribute(document, figures, attributions.Statements, times),
            Statements = attributions.Statements,
        };
    }
}
