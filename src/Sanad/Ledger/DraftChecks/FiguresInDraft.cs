using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Stories;
using Sanad.Stories.FigureLines;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Ledger.DraftChecks;

/// <summary>Holds the figures of a draft against the figure lines of a story.</summary>
internal sealed class FiguresInDraft(StoryArticle draft, LanguageSet languages)
{
    /// <summary>Concepts of whoever is counted where nobody in particular is: "orang tewas" and "korban tewas" count the same.</summary>
    private static readonly string[] Anybody = ["people", "victim"];

    private readonly Lazy<Document> _document = new(() => Document.Read(draft.Analysis.Article, languages[draft.Analysis.Article.Language]));

    /// <summary>Null for what states no level that could be looked up: by how much something changed, and what the draft itself says to be denied.</summary>
    public DraftFinding? Check(int index, CheckedStory story)
    {
        Figure figure = draft.Analysis.Figures[index];
        Statement? drafted = draft.Statement(figure.Statement);
        if (figure.IsChange || drafted is { Act: Act.Deny } || (figure.Low is null && figure.High is null)) return null;
        var finding = new DraftFinding(DraftEntry.Figure, figure.Id, figure.Span, figure.Span.Of(draft.Analysis.Article.Text).ToString(), drafted?.Speaker.Name, Verdict.NotFound, []);
        if (draft.Quantities[index] is not { } quantity) return finding;

        // Up to when the draft speaks: of a day that it names only what was known by then can be newer.
        DateOnly? until = (figure.AsOf ?? drafted?.Said ?? TimeBeside(figure))?.Last ?? draft.Analysis.Publication.Day;
        List<(LinePoint At, SpeakerSide Side)> line = [];
        foreach (LinePoint point in story.PointsOf(quantity))
        {
            if (IsSameThing(quantity, figure, point) && IsSamePlace(figure, point)) line.Add((point, SpeakerSides.Of(draft, drafted, story, point.Article, point.Statement)));
        }

        line.Sort(static (a, b) => Day(a.At).CompareTo(Day(b.At)) is var day and not 0 ? day : string.CompareOrdinal(a.At.Point.Source, b.At.Point.Source));
        List<(LinePoint At, SpeakerSide Side)> matching = line.FindAll(point => IsSameValue(figure, point.At.Figure));
        List<(LinePoint At, SpeakerSide Side)> same = matching.FindAll(point => point.Side == SpeakerSide.Same && IsBy(point.At, until));
        if (same.Count == 0)
        {
            if (matching.Count > 0 && matching.TrueForAll(static point => point.Side == SpeakerSide.Other)) return finding with { Verdict = Verdict.OtherSpeaker, Witnesses = Witnesses(matching, story) };
            LinePoint[] level = Levels(line, figure, until);
            return finding with { Candidates = matching.Count > 0 ? Witnesses(matching, story) : level.Length > 0 ? [story.Witness(level[^1])] : [] };
        }

        if (!figure.IsOlder && Newer(figure, Levels(line.FindAll(static point => point.Side == SpeakerSide.Same), figure, until), Day(same[^1].At)) is { } newer)
            return finding with { Verdict = Verdict.OlderFigure, Witnesses = Witnesses(same, story), Newer = story.Witness(newer) };
        List<(LinePoint At, SpeakerSide Side)> hedged = same.FindAll(point => point.At.Figure.Bound == figure.Bound);
        return hedged.Count > 0
            ? finding with { Verdict = Verdict.BorneOut, Witnesses = Witnesses(hedged, story) }
            : finding with { Verdict = Verdict.OtherHedge, Witnesses = Witnesses(same, story) };
    }

    /// <summary>A day that the figure's sentence names; null where it names none, or several.</summary>
    private CalendarValue? TimeBeside(Figure figure)
    {
        CalendarValue? day = null;
        foreach (Sentence sentence in _document.Value.Sentences)
        {
            TextSpan span = _document.Value.SpanOf(sentence.First, sentence.End);
            if (!span.Overlaps(figure.Span)) continue;
            foreach (TimeMention time in draft.Analysis.Times)
            {
                if (!span.Overlaps(time.Span) || !time.Value.IsOneDay) continue;
                if (day is { } other && other.First != time.Value.First) return null;
                day = time.Value;
            }
        }

        return day;
    }

    private static IReadOnlyList<Witness> Witnesses(List<(LinePoint At, SpeakerSide Side)> points, CheckedStory story) => [.. points.Take(DraftCheck.MostWitnesses).Select(point => story.Witness(point.At))];

    /// <summary>What narrows a state down must be shared: nine dead children are not nine dead.</summary>
    private bool IsSameThing(Quantity quantity, Figure figure, LinePoint point)
    {
        if (!quantity.IsOfState) return true;
        HashSet<string> mine = Narrowing(figure, draft), others = Narrowing(point.Figure, point.Article);
        return (mine.Count == 0 && others.Count == 0) || mine.Overlaps(others);
    }

    /// <summary>What is counted besides the state that it is in, up to where a cause or a place begins: "anak" of "anak tewas akibat banjir".</summary>
    private HashSet<string> Narrowing(Figure figure, StoryArticle article)
    {
        LanguagePack language = languages[article.Analysis.Article.Language];
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in (figure.What ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string small = word.ToLowerInvariant();
            int known = language.Lexicon.Word(small);
            if (known != 0 && (language.IsFunctionWord(known) || (language.TryWord(known, LexKind.Figure, out int row) && language.FigureWords[row].Row[1] is "modifier" or "place"))) break;
            string term = languages.Concepts.OfWord(language, small) ?? language.Stemmer.Stem(small);
            if (term.Length > 1 && term[^1] != '!' && !Anybody.Contains(term)) words.Add(term);
        }

        return words;
    }

    /// <summary>Two places that are named must be one; a part counts one place and is that place's only.</summary>
    private static bool IsSamePlace(Figure figure, LinePoint point)
    {
        if (figure.Where is { } mine && point.Where is { } other)
            return mine.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(mine, StringComparison.OrdinalIgnoreCase);
        return point.Point.PartOf is null || figure.PartOf is not null || point.Figure.Where is null;
    }

    private static bool IsSameValue(Figure one, Figure other) => (one.Low ?? one.High) == (other.Low ?? other.High) && (one.High ?? one.Low) == (other.High ?? other.Low);

    /// <summary>Whether it was known on that day; an article that names no day may tell the day after.</summary>
    private static bool IsBy(LinePoint point, DateOnly? until) => until is not { } day || point.Point.On is not { } on || on.First <= (point.Point.IsDated ? day : day.AddDays(1));

    private static int Day(LinePoint point) => point.Point.On?.First.DayNumber ?? 0;

    /// <summary>The points that say how much it is in all, of a day that is known.</summary>
    private static LinePoint[] Levels(List<(LinePoint At, SpeakerSide Side)> line, Figure figure, DateOnly? until)
    {
        double value = figure.Low ?? figure.High ?? 0;
        return [.. line.Select(static point => point.At).Where(point =>
            point.Point.On is not null && !point.Point.IsFarOff && point.Point.Bound != Bound.Vague && (point.Point.PartOf is null || figure.PartOf is not null)
            && (point.Point.Low ?? point.Point.High ?? 0) >= FigureLineBuilder.FarBelow * value && (until is not { } day || point.Point.On.Value.First <= day))];
    }

    /// <summary>The newer value as it was first told, where on the newest day nobody has the draft's any more.</summary>
    private static LinePoint? Newer(Figure figure, LinePoint[] levels, int known)
    {
        if (levels.Length == 0 || Day(levels[^1]) <= known) return null;
        LinePoint newest = levels[^1];
        foreach (LinePoint level in levels)
        {
            if (Day(level) > known && IsSameValue(level.Figure, newest.Figure)) return level;
        }

        return newest;
    }
}
