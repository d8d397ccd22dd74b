using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Stories;
using Sanad.Stories.FigureLines;
using Sanad.Stories.Utterances;
using Sanad.Text;

namespace Sanad.Ledger.DraftChecks;

/// <summary>A point of a figure line with the figure that it is.</summary>
/// <param name="Where">The place of the figure, else that of its line.</param>
internal readonly record struct LinePoint(FigurePoint Point, Figure Figure, string? Where, StoryArticle Article)
{
    public Statement? Statement => Article.Statement(Figure.Statement);
}

/// <summary>A story made ready to be searched for what a draft says.</summary>
internal sealed class CheckedStory
{
    private readonly Dictionary<string, StoryArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LinePoint>> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _holders = new(StringComparer.Ordinal);
    private readonly List<Saying> _sayings = [];
    private readonly StoryParties _parties;
    private readonly CitedSentences _cited;

    public CheckedStory(StoryLedger story, StoryArticle draft, LanguageSet languages)
    {
        Ledger = story;
        _cited = new CitedSentences(story, languages);
        foreach (Analysis analysis in story.Articles) _articles[analysis.Article.Source] = new StoryArticle(analysis, languages);
        _parties = new StoryParties([.. _articles.Values]);
        foreach (FigureLine line in story.FigureLines)
        {
            foreach (FigurePoint point in line.Points) Add(line, point, languages);
        }

        foreach (StoryArticle article in _articles.Values)
        {
            foreach (Saying saying in article.Sayings)
            {
                // What only a headline says, the text below says again.
                if (saying.Statement.Headline) continue;
                foreach (string term in saying.Wording.Terms)
                {
                    if (!_holders.TryGetValue(term, out List<int>? holders)) _holders.Add(term, holders = []);
                    holders.Add(_sayings.Count);
                }

                _sayings.Add(saying);
            }
        }

        Weights = new TermWeights(_sayings.Where(static saying => !saying.IsClause).Select(static saying => saying.Wording).Concat(draft.Wordings));
    }

    public StoryLedger Ledger { get; }

    public TermWeights Weights { get; }

    /// <summary>Points of lines of that quantity, whatever their place.</summary>
    public IReadOnlyList<LinePoint> PointsOf(Quantity quantity) => _points.TryGetValue(quantity.Key, out List<LinePoint>? points) ? points : [];

    /// <summary>Statements and clauses that share at least so many terms with the wording.</summary>
    public IEnumerable<Saying> SayingsSharing(Wording wording, int least)
    {
        var shared = new SortedDictionary<int, int>();
        foreach (string term in wording.Terms)
        {
            if (!_holders.TryGetValue(term, out List<int>? holders)) continue;
            foreach (int saying in holders) shared[saying] = shared.GetValueOrDefault(saying) + 1;
        }

        foreach ((int saying, int count) in shared)
        {
            if (count >= least) yield return _sayings[saying];
        }
    }

    /// <summary>Whether the story and the draft name one person, body or place; a state, which half of all stories name, is none.</summary>
    public bool SharesName(Analysis draft)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (StoryArticle article in _articles.Values)
        {
            foreach (Party party in article.Analysis.Parties)
            {
                if (party.Kind is PartyKind.Person or PartyKind.Body) ids.Add(party.Id);
            }

            foreach (Mention mention in article.Analysis.Mentions)
            {
                if (!IsState(mention)) names.Add(mention.Span.Of(article.Analysis.Article.Text).ToString());
            }
        }

        foreach (Party party in draft.Parties)
        {
            if (ids.Contains(party.Id) || (party.Kind == PartyKind.Person && ids.Any(id => SpeakerMatch.IsSamePerson(id, party.Id)))) return true;
        }

        foreach (Mention mention in draft.Mentions)
        {
            if (!IsState(mention) && names.Contains(mention.Span.Of(draft.Article.Text).ToString())) return true;
        }

        return false;
    }

    private static bool IsState(Mention mention) => mention.Kind == MentionKind.State || mention.PartyId is { } party && party.StartsWith("state:", StringComparison.Ordinal);

    /// <summary>The body that the speaker holds a post of, as any article of the story tells.</summary>
    public string? BodyOf(Statement statement) => _parties.BodyOf(statement);

    /// <summary>Whether the one holds a post of the body that the other is.</summary>
    public bool SpeaksFor(Statement person, Statement body) => _parties.BodyOf(person) is { } of && (of == _parties.NameOf(body) || of == body.Speaker.Name);

    public Witness Witness(LinePoint at) => new(Ledger.Id, at.Figure.Id, at.Point.By, at.Point.On?.ToIso(), _cited.Around(at.Point.Source, at.Figure.Span))
    {
        Low = at.Point.Low, High = at.Point.High, Bound = at.Point.Bound, Unit = at.Point.Unit,
    };

    public Witness Witness(Saying saying) =>
        new(Ledger.Id, saying.Statement.Id, _parties.NameOf(saying.Statement), saying.Article.DayOf(saying.Statement), _cited.Around(saying.Article.Source, new TextSpan(saying.Content[0].Start, saying.Content[^1].End)))
        {
            Act = saying.Statement.Act,
        };

    private void Add(FigureLine line, FigurePoint point, LanguageSet languages)
    {
        StoryArticle article = _articles[point.Source];
        IReadOnlyList<Quantity?> quantities = article.Quantities;
        for (int i = 0; i < quantities.Count; i++)
        {
            Figure figure = article.Analysis.Figures[i];
            if (figure.Id != point.Figure || quantities[i] is not { } quantity) continue;
            if (!_points.TryGetValue(quantity.Key, out List<LinePoint>? points)) _points.Add(quantity.Key, points = []);
            points.Add(new LinePoint(point, figure, figure.Where ?? line.Where, article));
        }
    }
}
