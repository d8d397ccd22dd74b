using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.Ledger;

/// <summary>
/// What a brief cites: the sentence in which a figure or a statement stands. A bare "26" can neither be found in an article
/// nor believed; its sentence can.
/// </summary>
internal sealed class CitedSentences
{
    /// <summary>Longest citation, in UTF-16 code units, that is not itself the stretch asked for.</summary>
    private const int Longest = 400;

    private readonly LanguageSet _languages;
    private readonly Dictionary<string, Analysis> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _documents = new(StringComparer.Ordinal);

    public CitedSentences(StoryLedger story, LanguageSet languages)
    {
        _languages = languages;
        foreach (Analysis analysis in story.Articles) _articles[analysis.Article.Source] = analysis;
    }

    public Analysis Article(string source) => _articles[source];

    /// <summary>The statement with that id; null where there is none.</summary>
    public Statement? Statement(string source, string? id) => _articles[source].Statements.FirstOrDefault(statement => statement.Id == id);

    /// <summary>The statement by whose speaker the figure is given; null in the article's own voice.</summary>
    public Statement? TellerOf(string source, Figure figure) => Statement(source, figure.Statement ?? figure.ToldBy);

    /// <summary>The sentence around the stretch, or as much of it on both sides as a citation may hold.</summary>
    public Citation Around(string source, TextSpan at)
    {
        Article article = _articles[source].Article;
        if (!_documents.TryGetValue(source, out Document? document)) _documents.Add(source, document = Document.Read(article, _languages[article.Language]));
        TextSpan span = at;
        foreach (Sentence sentence in document.Sentences)
        {
            TextSpan whole = document.SpanOf(sentence.First, sentence.End);
            if (whole.Overlaps(at)) span = new TextSpan(Math.Min(span.Start, whole.Start), Math.Max(span.End, whole.End));
            else if (whole.Start >= at.End) break;
        }

        if (span.Length > Longest) span = Narrowed(article.Text, span, at);
        return new Citation(source, article.Hash, span, span.Of(article.Text).ToString());
    }

    /// <summary>Cut at blanks, so that what is left stands as near as can be in the middle.</summary>
    private static TextSpan Narrowed(string text, TextSpan whole, TextSpan at)
    {
        int side = Math.Max(0, (Longest - at.Length) / 2);
        int start = whole.Start, end = whole.End;
        if (at.Start - start > side && text.IndexOf(' ', at.Start - side, side) is var from) start = from < 0 ? at.Start : from + 1;
        if (end - at.End > side && text.LastIndexOf(' ', at.End + side, side) is var to) end = to < 0 ? at.End : to;
        return new TextSpan(start, end);
    }
}
