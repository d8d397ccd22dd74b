using Sanad.Figures;
using Sanad.Language;
using Sanad.Stories;
using Sanad.Stories.FigureLines;

namespace Sanad.Ledger;

/// <summary>The figures of a brief: how each moved, what others say it is, and how many of them are where.</summary>
internal sealed class FigureLinesInBrief(StoryLedger story, LanguageSet languages, BriefWords words, SpeakerWords speakers, CitedSentences cited)
{
    private const int MostLines = 7, MostPoints = 6, MostOthers = 3, MostWitnesses = 2;

    /// <summary>What a count of people is about who are not said to be anything: of one story it counts a dozen things.</summary>
    private const string Anybody = "people";

    public void Write(List<BriefLine> lines)
    {
        int most = lines.Count + MostLines;
        foreach (FigureLine figures in story.FigureLines)
        {
            if (lines.Count >= most) break;
            if (figures.What.Length == 0 || IsAnybody(figures.What)) continue;
            List<FigurePoint> moves = Moves(figures);
            if (moves.Count == 0) continue;
            List<FigurePoint> others = Others(figures, moves);
            if (moves.Count < 2 && others.Count == 0 && figures.Points.Where(static point => point.CopiesOf is null).Select(static point => point.Source).Distinct().Count() < 2) continue;
            if (NamerOf(figures, moves) is not { } named) continue;
            lines.Add(Line("line.figure", figures, named, moves));
            foreach (FigureLine part in story.FigureLines)
            {
                if (part.Where is not null && Shares(part, figures) is { Count: > 0 } shares) lines.Add(Line("line.figure.where", part, shares[0], shares));
            }

            if (others.Count > 0) lines.Add(Reported(figures, named, others));
        }
    }

    private BriefLine Line(string template, FigureLine figures, FigurePoint named, List<FigurePoint> points)
    {
        var line = new BriefLineBuilder(words, cited);
        line.Add(template, hole =>
        {
            if (hole == "what") line.Claim(ClaimKind.Name, FigureOf(named).What ?? figures.What, named.Source, named.Citation.Span);
            else if (hole == "where") line.Claim(ClaimKind.Name, figures.Where!, named.Source, named.Citation.Span);
            else Points(line, figures, points);
        });
        return line.Build("heading.figures");
    }

    private void Points(BriefLineBuilder line, FigureLine figures, List<FigurePoint> points)
    {
        for (int i = 0; i < points.Count; i++)
        {
            FigurePoint point = points[i];
            if (i > 0) line.Add("line.then");
            line.Add(point.By is null ? "line.point.voice" : "line.point", hole => Fill(line, hole, point));
            foreach (FigurePoint same in figures.Points.Where(other => other.Source != point.Source && other.Low == point.Low && other.High == point.High && other.Bound == point.Bound && other.On == point.On).Take(MostWitnesses))
            {
                line.Witness(ClaimKind.Value, same.Source, same.Citation.Span);
            }
        }
    }

    private BriefLine Reported(FigureLine figures, FigurePoint named, List<FigurePoint> others)
    {
        var line = new BriefLineBuilder(words, cited);
        line.Add("line.figure.others", hole =>
        {
            if (hole == "what")
            {
                line.Claim(ClaimKind.Name, FigureOf(named).What ?? figures.What, named.Source, named.Citation.Span);
                return;
            }

            for (int i = 0; i < others.Count; i++)
            {
                FigurePoint point = others[i];
                if (i > 0) line.Add("line.and");
                bool narrower = IsInLanguage(point) && !FigureOf(point).What!.StartsWith(figures.What, StringComparison.OrdinalIgnoreCase);
                string template = (point.By is null, point.IsDated) switch { (true, _) => "line.point.voice", (_, true) => "line.point", _ => narrower ? "line.point.reported.what" : "line.point.reported" };
                line.Add(template, name => Fill(line, name, point));
            }
        });
        return line.Build("heading.figures");
    }

    private void Fill(BriefLineBuilder line, string hole, FigurePoint point)
    {
        Figure figure = FigureOf(point);
        (ClaimKind kind, string wording) = hole switch
        {
            "value" => (ClaimKind.Value, words.Value(point.Low, point.High, point.Bound, figure.Unit)),
            "by" => (ClaimKind.Speaker, speakers.Of(cited.Article(point.Source), cited.TellerOf(point.Source, figure)!)!),
            "what" => (ClaimKind.Name, figure.What!),
            _ => (ClaimKind.Day, words.Day(point.On!.Value.First)),
        };
        line.Claim(kind, wording, point.Source, point.Citation.Span);
    }

    /// <summary>The point after whose words the line is named: one in the brief's language if there is any, else one with the name that the line has; null where none names it.</summary>
    private FigurePoint? NamerOf(FigureLine figures, List<FigurePoint> moves)
    {
        bool Names(FigurePoint point) => FigureOf(point).What == figures.What || FigureOf(point).Unit == figures.What;
        FigurePoint? named = moves.Find(Names) ?? figures.Points.FirstOrDefault(Names);
        if (named is not null && IsInLanguage(named)) return named;
        return figures.Points.FirstOrDefault(point => IsInLanguage(point) && FigureOf(point).What is { Length: > 0 }) ?? named;
    }

    private bool IsInLanguage(FigurePoint point) => cited.Article(point.Source).Article.Language == words.Language;

    private Figure FigureOf(FigurePoint point) => cited.Article(point.Source).Figures.First(figure => figure.Id == point.Figure);

    /// <summary>The points at which the figure moves: copies, parts and repeats of the value before left out; of repeats the first that somebody answers for stays.</summary>
    private static List<FigurePoint> Moves(FigureLine figures)
    {
        var moves = new List<FigurePoint>();
        bool dated = figures.Points.Count(static point => point.IsDated && point.By is not null) >= 2;
        List<double> values = [.. figures.Points.Select(static point => point.Low ?? point.High ?? 0).Order()];
        double median = values[values.Count / 2];
        bool counted = figures.Points.Any(static point => point.Bound != Bound.Vague);
        foreach (FigurePoint point in figures.Points)
        {
            if ((dated && !point.IsDated) || (point.Low ?? point.High) < FigureLineBuilder.FarBelow * median) continue;
            if (point.CopiesOf is not null || point.PartOf is not null || point.IsFarOff || point.On is null) continue;

            // "Thousands" in a headline is no other figure than the one that the article counts.
            if (counted && point.Bound == Bound.Vague) continue;
            // One report that has a count from each of two parties tells no move: who comes second is one of the others.
            if (moves.Count > 0 && moves[^1] is { By: not null } before && point.By is not null && before.Source == point.Source && before.On == point.On && before.Level != point.Level && !before.IsOfSameParty(point)) continue;
            bool repeat = moves.Count > 0 && moves[^1].Low == point.Low && moves[^1].High == point.High;
            if (!repeat) moves.Add(point);
            else if (moves[^1].By is null && point.By is not null && point.On == moves[^1].On) moves[^1] = point;
        }

        // A day on which all else agrees does not move there and back: who differs is one of the others.
        for (int i = 1; i + 1 < moves.Count; i++)
        {
            if (moves[i - 1].On != moves[i + 1].On || moves[i].On != moves[i - 1].On || moves[i - 1].Low != moves[i + 1].Low || moves[i - 1].High != moves[i + 1].High) continue;
            moves.RemoveRange(i, 2);
            i--;
        }

        // Of a long line the beginning and where it stands now.
        if (moves.Count > MostPoints) moves.RemoveRange(2, moves.Count - MostPoints);
        return moves;
    }

    /// <summary>The points of a line that are parts of totals on the other.</summary>
    private static List<FigurePoint> Shares(FigureLine part, FigureLine whole)
    {
        var shares = new List<FigurePoint>();
        foreach (FigurePoint point in part.Points)
        {
            if (point.PartOf is not { } total || point.On is null || point.CopiesOf is not null || ReferenceEquals(part, whole)) continue;
            if (whole.Points.Any(other => other.Source + "#" + other.Figure == total) && !shares.Exists(known => known.Low == point.Low && known.High == point.High)) shares.Add(point);
        }

        return shares;
    }

    /// <summary>What named sources say without a day of their own, or anybody against the line on one of its days, where the line does not have it by then.</summary>
    private List<FigurePoint> Others(FigureLine figures, List<FigurePoint> moves)
    {
        var others = new List<FigurePoint>();
        foreach (FigurePoint point in figures.Points)
        {
            if (point.On is null || point.CopiesOf is not null || point.PartOf is not null || point.IsFarOff || point.Bound == Bound.Vague || FigureOf(point).What is null) continue;
            if (point.Level < FigureLineBuilder.FarBelow * moves[^1].Level) continue;
            bool against = point.IsDated && moves.Exists(move => move.On == point.On);
            if (!against && (point.IsDated || point.By is null)) continue;
            if (moves.Exists(move => move.IsOfSameParty(point) || (move.Low == point.Low && move.High == point.High)) || others.Exists(other => (other.By == point.By || other.IsOfSameParty(point)) && other.Low == point.Low)) continue;
            if (others.Count < MostOthers) others.Add(point);
        }

        return others;
    }

    private bool IsAnybody(string what)
    {
        foreach (LanguagePack language in languages.All)
        {
            if (languages.Concepts.Of(language.Code, what) == Anybody) return true;
        }

        return false;
    }
}
