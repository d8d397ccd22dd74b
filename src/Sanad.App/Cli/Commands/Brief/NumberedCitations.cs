using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary>The citations of a brief under running numbers from 1, each once, in the order in which its lines first use them.</summary>
internal sealed class NumberedCitations
{
    private readonly Dictionary<(string Source, TextSpan Span), int> _numbers = [];
    private readonly List<(Citation Citation, Article Article)> _all = [];

    public NumberedCitations(Ledger.Brief brief, StoryLedger story)
    {
        foreach (BriefLine line in brief.Lines)
        {
            foreach (Citation citation in line.Citations)
            {
                if (!_numbers.TryAdd((citation.Source, citation.Span), _all.Count + 1)) continue;
                _all.Add((citation, story.Articles.First(analysis => analysis.Article.Source == citation.Source).Article));
            }
        }
    }

    /// <summary>Number 1 first, each with the article it is taken from.</summary>
    public IReadOnlyList<(Citation Citation, Article Article)> All => _all;

    public IEnumerable<int> Of(BriefLine line) => line.Citations.Select(citation => _numbers[(citation.Source, citation.Span)]).Order();
}
