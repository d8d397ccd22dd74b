using System.Globalization;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Parties;
using Sanad.Stories.Copies;
using Sanad.Text;

namespace Sanad.Ledger.Corrections;

/// <summary>
/// Lays what people corrected over what was found in an article: between its analysis and the story. Pure and safe to use from many threads; where nothing is
/// corrected the analysis comes back as it is.
/// </summary>
public sealed class Overlay
{
    /// <summary>Share of two stretches, of what both cover, from which on they are taken for one entry that is cut otherwise now.</summary>
    private const double LeastCovered = 0.5;

    private readonly Dictionary<TextHash, List<Correction>> _byText = [];
    private readonly PartyLinks _parties;

    /// <param name="log">Those of it that hold count.</param>
    public Overlay(CorrectionLog log)
    {
        List<Correction> holding = [.. log.Holding];
        _parties = new PartyLinks(holding.OfType<PartyCorrection>());
        Copies = [.. holding.OfType<CopyCorrection>().Select(static copy => new CopyRuling(TargetOf(copy.Copy, copy.Origin), TargetOf(copy.Origin, copy.Copy), copy.IsCopy, copy.Note(copy.Was ?? "")))];
        foreach (Correction correction in holding)
        {
            foreach (CorrectionTarget target in correction.Targets)
            {
                if (target.Span is null) continue;
                if (!_byText.TryGetValue(target.Text, out List<Correction>? list)) _byText.Add(target.Text, list = []);
                if (list.Count == 0 || list[^1] != correction) list.Add(correction);
            }
        }
    }

    /// <summary>Nothing is corrected.</summary>
    public static Overlay None { get; } = new(new CorrectionLog([]));

    /// <summary>Which articles are copies and which are not: for <see cref="Stories.StoryBuilder"/>.</summary>
    public IReadOnlyList<CopyRuling> Copies { get; }

    /// <summary>Whether something in that text is corrected.</summary>
    public bool Touches(TextHash text) => _byText.ContainsKey(text);

    /// <param name="laid">Takes the corrections of this article that found what they are about; those of it that did not are resting.</param>
    public Analysis Lay(Analysis analysis, ICollection<Correction>? laid = null)
    {
        analysis = _parties.Rename(analysis);
        if (!_byText.TryGetValue(analysis.Article.Hash, out List<Correction>? corrections)) return analysis;
        foreach (Correction correction in corrections)
        {
            if (correction is PartyCorrection party) analysis = _parties.Lay(analysis, party, laid);
        }

        // What is struck out goes last, so that what else was said of it is found.
        foreach (Correction correction in corrections.OrderBy(static correction => correction is StatementCorrection))
        {
            Analysis before = analysis;
            analysis = correction switch
            {
                SpeakerCorrection speaker => Lay(analysis, speaker),
                ActCorrection act => Lay(analysis, act),
                FigureCorrection figure => Lay(analysis, figure),
                StatementCorrection statement => Lay(analysis, statement),
                _ => analysis,
            };
            if (!ReferenceEquals(before, analysis)) laid?.Add(correction);
        }

        return analysis;
    }

    /// <summary>The statement whose content covers the stretch, or nearly; -1 where there is none.</summary>
    internal static int StatementAt(Analysis analysis, TextSpan span) => Nearest(analysis.Statements, span, StatementsInBrief.At);

    internal static int FigureAt(Analysis analysis, TextSpan span) => Nearest(analysis.Figures, span, static figure => figure.Span);

    private static int Nearest<T>(IReadOnlyList<T> entries, TextSpan span, Func<T, TextSpan> spanOf)
    {
        int best = -1;
        double most = LeastCovered;
        for (int i = 0; i < entries.Count; i++)
        {
            TextSpan other = spanOf(entries[i]);
            if (other == span) return i;
            int both = Math.Min(span.End, other.End) - Math.Max(span.Start, other.Start);
            if (both <= 0) continue;
            double share = (double)both / (span.Length + other.Length - both);
            if (share <= most) continue;
            (best, most) = (i, share);
        }

        return best;
    }

    private static Analysis Lay(Analysis analysis, SpeakerCorrection correction)
    {
        int at = StatementAt(analysis, correction.Target.Span!.Value);
        if (at < 0) return analysis;
        Statement statement = analysis.Statements[at];
        List<Party> parties = [.. analysis.Parties];
        List<string> ids = [];
        foreach (string name in correction.Name?.Split("; ") ?? [])
        {
            Party? party = parties.Find(party => correction.Party is { } id && party.Id == id) ?? parties.Find(party => IsNamed(party, name));
            if (party is null) parties.Add(party = PartyLinks.PartyOf(correction.Party ?? "person:" + Slug.Of(name), name));
            ids.Add(party.Id);
        }

        Speaker speaker = new(ids.Count > 0 ? ids[0] : null, correction.Name, null, null) { PartyIds = ids };
        return With(analysis with { Parties = parties }, at, statement with { Speaker = speaker, Corrected = correction.Note(statement.Speaker.Name ?? "") });
    }

    private static Analysis Lay(Analysis analysis, ActCorrection correction)
    {
        int at = StatementAt(analysis, correction.Target.Span!.Value);
        if (at < 0) return analysis;
        Statement statement = analysis.Statements[at];
        return With(analysis, at, statement with { Act = correction.Act, Corrected = correction.Note(statement.Act.ToString().ToLowerInvariant()) });
    }

    private static Analysis Lay(Analysis analysis, StatementCorrection correction)
    {
        int at = StatementAt(analysis, correction.Target.Span!.Value);
        if (at < 0) return analysis;
        Statement found = analysis.Statements[at], statement = found with { Corrected = correction.Note(analysis.ContentOf(found)) };
        if (correction.Content is { } content)
        {
            if (content.IsEmpty || content.End > analysis.Article.Text.Length) return analysis;
            return Placed(With(analysis, at, statement with { Content = [content] }), statement.Id, content, found.Inside);
        }

        List<Statement> statements = [.. analysis.Statements];
        statements.RemoveAt(at);
        // What stood in it stands now in what it stood in itself.
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Inside == found.Id) statements[i] = statements[i] with { Inside = found.Inside };
        }

        return analysis with
        {
            Statements = statements,
            Struck = [.. analysis.Struck, statement],
            Figures = [.. analysis.Figures.Select(figure => figure with { Statement = figure.Statement == found.Id ? found.Inside : figure.Statement, ToldBy = figure.ToldBy == found.Id ? null : figure.ToldBy })],
        };
    }

    /// <summary>What stands in the words now is the statement's; what did and does no longer is of that in which it stands itself.</summary>
    private static Analysis Placed(Analysis analysis, string statement, TextSpan content, string? around) => analysis with
    {
        Figures = [.. analysis.Figures.Select(figure => (content.Contains(figure.Span), figure.Statement == statement) switch
        {
            (true, false) when figure.Statement == around => figure with { Statement = statement },
            (false, true) => figure with { Statement = around },
            _ => figure,
        })],
    };

    private static Analysis With(Analysis analysis, int at, Statement statement)
    {
        List<Statement> statements = [.. analysis.Statements];
        statements[at] = statement;
        return analysis with { Statements = statements };
    }

    private static Analysis Lay(Analysis analysis, FigureCorrection correction)
    {
        int at = FigureAt(analysis, correction.Target.Span!.Value);
        if (at < 0) return analysis;
        List<Figure> figures = [.. analysis.Figures];
        Figure figure = figures[at];
        if (correction.Reading is { } reading)
        {
            figures[at] = Read(figure, reading) with { Corrected = correction.Note(WordsOf(figure)) };
            return analysis with { Figures = figures };
        }

        figures.RemoveAt(at);
        for (int i = 0; i < figures.Count; i++)
        {
            if (figures[i].PartOf == figure.Id) figures[i] = figures[i] with { PartOf = null };
        }

        return analysis with { Figures = figures };
    }

    private static Figure Read(Figure figure, FigureReading reading)
    {
        double? low = reading.Low ?? figure.Low, high = reading.Low is null ? figure.High : reading.High ?? reading.Low;
        Bound bound = reading.Bound ?? (reading.Low is null ? figure.Bound : reading.High is { } end && end != reading.Low ? Bound.Between : figure.Bound is Bound.Between or Bound.Vague ? Bound.Exact : figure.Bound);
        if (reading.Low is not null || reading.Bound is not null)
        {
            double? value = low ?? high;
            (low, high) = bound switch
            {
                Bound.AtLeast or Bound.MoreThan => (value, null),
                Bound.AtMost or Bound.LessThan => (null, high ?? value),
                Bound.Vague => (value, high == value ? null : high),
                Bound.Between => (low ?? high, high ?? low),
                _ => (value, value),
            };
        }

        return figure with
        {
            Low = low, High = high, Bound = bound, What = reading.What ?? figure.What, Where = Given(reading.Where, figure.Where), Unit = Given(reading.Unit, figure.Unit),
        };
    }

    private static string? Given(string? said, string? found) => said is null ? found : said.Length == 0 ? null : said;

    /// <summary>A figure's reading in a few words, without language: <c>at_least 14 orang tewas</c>.</summary>
    public static string WordsOf(Figure figure)
    {
        string value = figure.Low == figure.High || figure.High is null || figure.Low is null ? Number(figure.Low ?? figure.High) : $"{Number(figure.Low)} to {Number(figure.High)}";
        string bound = figure.Bound switch { Bound.Exact => "", Bound.AtLeast => "at_least ", Bound.AtMost => "at_most ", Bound.MoreThan => "more_than ", Bound.LessThan => "less_than ", _ => figure.Bound.ToString().ToLowerInvariant() + " " };
        return string.Join(' ', ((string?[])[bound + value, figure.Unit, figure.What]).Where(static word => !string.IsNullOrEmpty(word)));
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool IsNamed(Party party, string name) =>
        party.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || party.Id == name || party.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The article by its text; by its name too where both are of one text.</summary>
    private static ArticleReference TargetOf(CorrectionTarget target, CorrectionTarget other) => new(target.Text, target.Text == other.Text ? target.Source : null);
}
