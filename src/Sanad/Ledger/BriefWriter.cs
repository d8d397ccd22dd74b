using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>
/// Writes a story's brief from its entries: figures and how they moved, who stands where, what differs, what was said day by
/// day. Templates and quoted words only, and no line that <see cref="BriefCheck"/> does not bear out.
/// </summary>
public sealed class BriefWriter(LanguageSet languages)
{
    private const int MostFigures = 7, MostPoints = 6, MostPositions = 8, MostConflicts = 5, MostEvents = 14;

    /// <summary>Share of the line's median below which a value is left out of the brief (it stays in the ledger).</summary>
    private const double FarBelow = 0.2;

    /// <summary>Longest stretch of quoted words, in UTF-16 code units.</summary>
    private const int LongestWords = 150;

    public Brief Write(StoryLedger story, LanguagePack language)
    {
        var words = new BriefWords(language);
        var lines = new List<BriefLine>();
        Figures(story, words, lines);
        Positions(story, words, lines);
        Conflicts(story, words, lines);
        Events(story, words, lines);
        var check = new BriefCheck(story.Articles, words);
        var kept = new List<BriefLine>(lines.Count);
        var dropped = new List<(BriefLine, string)>();
        foreach (BriefLine line in lines)
        {
            if (check.Check(line) is { } reason) dropped.Add((line, reason));
            else kept.Add(line);
        }

        return new Brief(story.Title, Summary(story, words), kept, dropped);
    }

    /// <summary>The language most of the story's articles are in.</summary>
    public LanguagePack LanguageOf(StoryLedger story)
    {
        string code = story.Articles.GroupBy(static analysis => analysis.Article.Language).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).First().Key;
        return languages[code];
    }

    private static string Summary(StoryLedger story, BriefWords words)
    {
        List<DateOnly> days = [.. story.Articles.Where(static analysis => analysis.Publication.Anchor is not null).Select(static analysis => analysis.Publication.Anchor!.Value)];
        days.Sort();
        string text = words["summary"].Replace("{articles}", words.Number(story.Articles.Count), StringComparison.Ordinal)
            .Replace("{outlets}", words.Number(story.Outlets), StringComparison.Ordinal).Replace("{origins}", words.Number(story.Origins), StringComparison.Ordinal);
        return text.Replace("{first}", days.Count > 0 ? words.Day(days[0]) : "?", StringComparison.Ordinal).Replace("{last}", days.Count > 0 ? words.Day(days[^1]) : "?", StringComparison.Ordinal);
    }

    /// <summary>The lines with most points by somebody, each point once.</summary>
    private static void Figures(StoryLedger story, BriefWords words, List<BriefLine> lines)
    {
        int most = lines.Count + MostFigures;
        foreach (FigureLine figures in story.FigureLines)
        {
            if (lines.Count >= most) break;
            if (figures.What.Length == 0) continue;
            var line = new LineBuilder(words, "heading.figures");
            List<FigurePoint> moves = Moves(figures);
            if (moves.Count < 2 && figures.Points.Select(static point => point.Source).Distinct().Count() < 2) continue;
            var points = new List<string>();
            foreach (FigurePoint point in moves)
            {
                if (point.On is not { } on) continue;
                int at = line.Cite(point.Citation);
                string value = line.Claim(ClaimKind.Value, ValueOf(story, point, words), at);
                string day = line.Claim(ClaimKind.Day, words.Day(on.First), at);
                string text = point.By is { } by
                    ? words["point"].Replace("{by}", line.Claim(ClaimKind.Speaker, by, at), StringComparison.Ordinal)
                    : words["point.voice"];
                points.Add(text.Replace("{value}", value, StringComparison.Ordinal).Replace("{day}", day, StringComparison.Ordinal));
            }

            string name = line.CitationOf(story, figures.What) >= 0 ? figures.What : line.NameIn(story);
            int named = line.CitationOf(story, name);
            if (points.Count == 0 || named < 0) continue;
            string what = line.Claim(ClaimKind.Name, name, named);
            lines.Add(line.Build(words["figure"].Replace("{what}", what, StringComparison.Ordinal).Replace("{points}", string.Join(words["then"], points), StringComparison.Ordinal)));
        }
    }

    /// <summary>The points at which the figure moves: copies, parts and repeats of the value before left out; of repeats the first that somebody answers for stays.</summary>
    private static List<FigurePoint> Moves(FigureLine figures)
    {
        var moves = new List<FigurePoint>();
        bool dated = figures.Points.Count(static point => point.IsDated && point.By is not null) >= 2;
        List<double> values = [.. figures.Points.Select(static point => point.Low ?? point.High ?? 0).Order()];
        double median = values[values.Count / 2];
        foreach (FigurePoint point in figures.Points)
        {
            // A count far below the line counts something else: "two bodies had been counted twice".
            if ((dated && !point.IsDated) || (point.Low ?? point.High) < FarBelow * median) continue;
            if (point.CopiesOf is not null || point.PartOf is not null || point.On is null) continue;
            bool repeat = moves.Count > 0 && moves[^1].Low == point.Low && moves[^1].High == point.High;
            if (!repeat) moves.Add(point);
            else if (moves[^1].By is null && point.By is not null) moves[^1] = point;
        }

        // Of a long line the beginning and where it stands now.
        if (moves.Count > MostPoints) moves.RemoveRange(2, moves.Count - MostPoints);
        return moves;
    }

    private static string ValueOf(StoryLedger story, FigurePoint point, BriefWords words)
    {
        Figure? figure = story.Articles.First(analysis => analysis.Article.Source == point.Source).Figures.FirstOrDefault(figure => figure.Id == point.Figure);
        return words.Value(point.Low, point.High, point.Bound, figure?.Unit);
    }

    private static void Positions(StoryLedger story, BriefWords words, List<BriefLine> lines)
    {
        int most = lines.Count + MostPositions;
        var seen = new HashSet<(string, string)>();
        foreach (Position position in story.Positions.OrderByDescending(static position => position.Moves.Select(static move => move.Act).Distinct().Count()))
        {
            foreach (PositionMove move in position.Moves)
            {
                if (lines.Count >= most || !seen.Add((move.Source, move.Statement))) continue;
                if (StatementLine(story, words, "heading.positions", "position", move.Source, move.Statement) is { } line) lines.Add(line);
            }
        }
    }

    private static void Conflicts(StoryLedger story, BriefWords words, List<BriefLine> lines)
    {
        int most = lines.Count + MostConflicts;
        foreach (Conflict conflict in story.Conflicts)
        {
            if (lines.Count >= most) break;
            if (conflict.Kind != ConflictKind.Figures) continue;
            var line = new LineBuilder(words, "heading.conflicts");
            var points = new List<string>();
            string? day = null;
            foreach (ConflictValue value in conflict.Values)
            {
                int at = line.Cite(value.Citation);
                Analysis analysis = story.Articles.First(analysis => analysis.Article.Source == value.Source);
                Figure? figure = analysis.Figures.FirstOrDefault(figure => figure.Span == value.Citation.Span);
                if (figure is null || value.By is null || conflict.On is null) continue;
                day ??= line.Claim(ClaimKind.Day, words.Day(DateOnly.ParseExact(conflict.On, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), at);
                points.Add(words["point.voice"].Replace("{value}", line.Claim(ClaimKind.Value, words.Value(figure.Low, figure.High, figure.Bound, figure.Unit), at), StringComparison.Ordinal)
                    .Replace("{day}", line.Claim(ClaimKind.Speaker, value.By, at), StringComparison.Ordinal));
            }

            int named = line.CitationOf(story, conflict.About);
            if (points.Count < 2 || named < 0) continue;
            lines.Add(line.Build(words["conflict.figures"].Replace("{what}", line.Claim(ClaimKind.Name, conflict.About, named), StringComparison.Ordinal)
                .Replace("{day}", day, StringComparison.Ordinal).Replace("{points}", string.Join(words["against"], points), StringComparison.Ordinal)));
        }
    }

    private static void Events(StoryLedger story, BriefWords words, List<BriefLine> lines)
    {
        var used = new HashSet<(string, int)>();
        foreach (BriefLine line in lines)
        {
            foreach (Citation citation in line.Citations) used.Add((citation.Source, citation.Span.Start));
        }

        int room = MostEvents;
        int days = Math.Max(1, story.Timeline.Select(static entry => entry.On).Distinct().Count());
        int each = Math.Max(1, MostEvents / days);
        foreach (IGrouping<string, TimelineEntry> day in story.Timeline.GroupBy(static entry => entry.On))
        {
            int left = each;
            foreach (TimelineEntry entry in day)
            {
                if (room == 0 || left == 0) break;
                Citation citation = entry.Citations[0];
                Analysis analysis = story.Articles.First(analysis => analysis.Article.Source == citation.Source);
                Statement? statement = analysis.Statements.FirstOrDefault(statement => statement.Content[0].Start >= citation.Span.Start && statement.Content[^1].End <= citation.Span.End && statement.Inside is null);
                if (statement is null || used.Contains((citation.Source, statement.Content[0].Start)) || StatementLine(story, words, "heading.timeline", "event", citation.Source, statement.Id) is not { } line) continue;
                lines.Add(line);
                room--;
                left--;
            }
        }
    }

    /// <summary>One statement as a line: day, speaker, act and the words themselves.</summary>
    private static BriefLine? StatementLine(StoryLedger story, BriefWords words, string heading, string template, string source, string id)
    {
        Analysis analysis = story.Articles.First(analysis => analysis.Article.Source == source);
        Statement? statement = analysis.Statements.FirstOrDefault(statement => statement.Id == id);
        if (statement?.Speaker.Name is not { } by || (statement.Said?.First ?? analysis.Publication.Anchor) is not { } day) return null;
        var line = new LineBuilder(words, heading);
        int at = line.Cite(new Citation(source, analysis.Article.Hash, statement.Content[0], statement.Content[0].Of(analysis.Article.Text).ToString()));
        return line.Build(words[template].Replace("{day}", line.Claim(ClaimKind.Day, words.Day(day), at), StringComparison.Ordinal)
            .Replace("{by}", line.Claim(ClaimKind.Speaker, by, at), StringComparison.Ordinal)
            .Replace("{act}", line.Claim(ClaimKind.Act, words.Act(statement.Act), at), StringComparison.Ordinal)
            .Replace("{words}", line.Claim(ClaimKind.Words, Shortened(statement.Content[0].Of(analysis.Article.Text)), at), StringComparison.Ordinal));
    }

    /// <summary>The words up to the end of a word near the longest length, an ellipsis for the rest.</summary>
    private static string Shortened(ReadOnlySpan<char> words)
    {
        int line = words.IndexOfAny('\n', '\r');
        if (line >= 0) words = words[..line];
        if (words.Length <= LongestWords) return words.ToString();
        int space = words[..LongestWords].LastIndexOf(' ');
        return words[..(space > 0 ? space : LongestWords)].TrimEnd(" ,;:").ToString() + "…";
    }

    /// <summary>A line in the making: what it cites and claims so far.</summary>
    private sealed class LineBuilder(BriefWords words, string heading)
    {
        private readonly List<Citation> _citations = [];
        private readonly List<BriefClaim> _claims = [];

        public int Cite(Citation citation)
        {
            int at = _citations.FindIndex(known => known.Source == citation.Source && known.Span == citation.Span);
            if (at >= 0) return at;
            _citations.Add(citation);
            return _citations.Count - 1;
        }

        public string Claim(ClaimKind kind, string wording, int citation)
        {
            _claims.Add(new BriefClaim(kind, wording, citation));
            return wording;
        }

        /// <summary>The citation whose figure is worded so; -1 where none is.</summary>
        public int CitationOf(StoryLedger story, string what) => _citations.FindIndex(citation =>
            story.Articles.Any(analysis => analysis.Article.Source == citation.Source && analysis.Figures.Any(figure => figure.Span.Overlaps(citation.Span) && (figure.What == what || figure.Unit == what))));

        /// <summary>What the first figure cited counts; empty where none says.</summary>
        public string NameIn(StoryLedger story)
        {
            foreach (Citation citation in _citations)
            {
                Analysis analysis = story.Articles.First(analysis => analysis.Article.Source == citation.Source);
                if (analysis.Figures.FirstOrDefault(figure => figure.Span == citation.Span)?.What is { } what) return what;
            }

            return "";
        }

        public BriefLine Build(string text) => new(words[heading], text, _citations, _claims);
    }
}
