using Sanad.Attribution;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Stories.Copies;
using Sanad.Stories.FigureLines;
using Sanad.Stories.Utterances;
using Sanad.Text;

namespace Sanad.Stories;

/// <summary>An article of a story with what the stages of this folder compare: the wording of each statement, and its speaker.</summary>
public sealed class StoryArticle
{
    private readonly Dictionary<string, Party> _parties = new(StringComparer.Ordinal);
    private readonly Lazy<Wording[]> _wordings;
    private readonly Lazy<Quantity?[]> _quantities;
    private readonly Lazy<string[]> _agencies;
    private readonly LanguageSet _languages;

    public StoryArticle(Analysis analysis, LanguageSet languages)
    {
        Analysis = analysis;
        _languages = languages;
        foreach (Party party in analysis.Parties) _parties.TryAdd(party.Id, party);
        _agencies = new Lazy<string[]>(() => WireCredit.NamesOf(analysis));
        _quantities = new Lazy<Quantity?[]>(() => Quantity.OfAll(analysis, languages));
        _wordings = new Lazy<Wording[]>(() => [.. analysis.Statements.Select(statement => Wording.Of(analysis, statement.Content, languages))]);
    }

    public Analysis Analysis { get; }

    public string Source => Analysis.Article.Source;

    /// <summary>By index of the statement; worked out when first asked for.</summary>
    public IReadOnlyList<Wording> Wordings => _wordings.Value;

    /// <summary>By index of the figure, what it counts; null where it does not say. Worked out when first asked for.</summary>
    internal IReadOnlyList<Quantity?> Quantities => _quantities.Value;

    /// <summary>Agencies that the article may go back to. Worked out when first asked for.</summary>
    internal IReadOnlyList<string> Agencies => _agencies.Value;

    /// <summary>What is said in the article: each statement, and behind it its clauses where it has several.</summary>
    internal IEnumerable<Saying> Sayings
    {
        get
        {
            for (int i = 0; i < Analysis.Statements.Count; i++)
            {
                yield return Saying.Of(this, i);
                foreach (TextSpan clause in Clauses.Of(Analysis.Article.Text, Analysis.Statements[i].Content, _languages[Analysis.Article.Language]))
                {
                    yield return new Saying(this, Analysis.Statements[i], [clause], Wording.Of(Analysis, [clause], _languages), true);
                }
            }
        }
    }

    /// <summary>The day of publication, the inferred one where none is printed; null where nothing is known.</summary>
    public DateOnly? Day => Analysis.Publication.Anchor;

    public Party? Party(string? id) => id is not null && _parties.TryGetValue(id, out Party? party) ? party : null;

    public Statement? Statement(string? id)
    {
        if (id is null) return null;
        foreach (Statement statement in Analysis.Statements)
        {
            if (statement.Id == id) return statement;
        }

        return null;
    }

    /// <summary>The day on which a statement was made: the one it says, else the article's.</summary>
    public string? DayOf(Statement statement) => statement.Said?.ToIso() ?? Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public Citation Cite(TextSpan span) => new(Source, Analysis.Article.Hash, span, span.Of(Analysis.Article.Text).ToString());

    public Citation Cite(Statement statement) =>
        Cite(new TextSpan(Math.Min(statement.Content[0].Start, statement.Cue?.Start ?? int.MaxValue), Math.Max(statement.Content[^1].End, statement.Cue?.End ?? 0)));
}
