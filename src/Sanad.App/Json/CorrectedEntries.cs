using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Json;

/// <summary>Tells of the entries of a story which of them people corrected.</summary>
internal sealed class CorrectedEntries
{
    private readonly Dictionary<(string Source, string Id), Corrected> _entries = [];
    private readonly List<(string Source, TextSpan Span, Corrected By)> _spans = [];

    public CorrectedEntries(StoryLedger story)
    {
        foreach (Analysis analysis in story.Articles)
        {
            foreach (Statement statement in analysis.Statements)
            {
                if (statement.Corrected is not { } corrected) continue;
                _entries[(analysis.Article.Source, statement.Id)] = corrected;
                _spans.Add((analysis.Article.Source, new TextSpan(statement.Content[0].Start, statement.Content[^1].End), corrected));
            }

            foreach (Figure figure in analysis.Figures)
            {
                if (figure.Corrected is not { } corrected) continue;
                _entries[(analysis.Article.Source, figure.Id)] = corrected;
                _spans.Add((analysis.Article.Source, figure.Span, corrected));
            }
        }
    }

    public Corrected? Statement(string source, string id) => _entries.GetValueOrDefault((source, id));

    public Corrected? Figure(string source, string id) => _entries.GetValueOrDefault((source, id));

    /// <summary>That of the corrected entry which the cited words hold whole; null where they hold none.</summary>
    public Corrected? At(Citation citation) => At(citation.Source, citation.Span);

    public Corrected? At(string source, TextSpan span)
    {
        foreach ((string other, TextSpan at, Corrected by) in _spans)
        {
            if (other == source && span.Contains(at)) return by;
        }

        return null;
    }
}
