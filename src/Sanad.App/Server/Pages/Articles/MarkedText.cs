using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Text;

namespace Sanad.App.Server.Pages.Articles;

/// <summary>A stretch of a text that is marked the same from its first to its last character.</summary>
/// <param name="Class">Names of its marks, parted by blanks; null where there is none.</param>
/// <param name="Figure">Id of the figure that it is in, or null.</param>
/// <param name="Party">Id of the party that it names as a speaker, or null.</param>
/// <param name="Opens">What begins here: the place that a link leads to.</param>
public sealed record Piece(TextSpan Span, string? Class, string? Figure, string? Party, IReadOnlyList<Opening> Opens);

/// <param name="Id">Unique on the page.</param>
/// <param name="Label">A number that is shown; null for a place that only is there to be led to.</param>
public readonly record struct Opening(string Id, string? Label);

/// <summary>A line of the text with its pieces.</summary>
public sealed record MarkedLine(Part Part, IReadOnlyList<Piece> Pieces);

/// <summary>
/// An article's text cut into pieces at all ends of what was found in it. Where marks overlap a piece has the names of all of them, so that nothing has to
/// be nested which is not.
/// </summary>
internal static class MarkedText
{
    /// <param name="here">The stretch that the page was opened at, or null.</param>
    /// <param name="partyOf">The id under which a party of the article is known.</param>
    public static IReadOnlyList<MarkedLine> Of(Analysis analysis, TextSpan? here, Func<string, string> partyOf) =>
        Cut(analysis.Article.Parts, here is null ? MarksOf(analysis, partyOf) : [.. MarksOf(analysis, partyOf), new Mark(here.Value, "at", null, null, new Opening(Addresses.Here, null))]);

    /// <summary>The text with nothing marked but what another text has too.</summary>
    public static IReadOnlyList<MarkedLine> OfShared(Article article, IReadOnlyList<TextSpan> shared) => Cut(article.Parts, [.. shared.Select(static span => new Mark(span, "shared", null, null, null))]);

    /// <summary>A text line by line, whose parts nobody told, with stretches of it marked.</summary>
    /// <param name="mark">The class of the marks.</param>
    public static IReadOnlyList<MarkedLine> OfLines(string text, IReadOnlyList<TextSpan> spans, string mark)
    {
        var parts = new List<Part>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) parts.Add(new Part(PartKind.Body, new TextSpan(start, end)));
            start = end + 1;
        }

        return Cut(parts, [.. spans.Select(span => new Mark(span, mark, null, null, null))]);
    }

    private static List<Mark> MarksOf(Analysis analysis, Func<string, string> partyOf)
    {
        var marks = new List<Mark>();
        foreach (Statement statement in analysis.Statements)
        {
            for (int i = 0; i < statement.Content.Count; i++) marks.Add(new Mark(statement.Content[i], "said", null, null, i == 0 ? new Opening(statement.Id, statement.Id) : null));
            if (statement.Cue is { } cue) marks.Add(new Mark(cue, "cue", null, null, null));
            if (statement.Speaker.Span is { } speaker) marks.Add(new Mark(speaker, "speaker", null, statement.Speaker.PartyId is { } id ? partyOf(id) : null, null));
        }

        foreach (Figure figure in analysis.Figures) marks.Add(new Mark(figure.Span, "figure", figure.Id, null, new Opening(figure.Id, null)));
        foreach (Time.TimeMention time in analysis.Times) marks.Add(new Mark(time.Span, "time", null, null, null));
        return marks;
    }

    private static List<MarkedLine> Cut(IReadOnlyList<Part> parts, IReadOnlyList<Mark> found)
    {
        Mark[] marks = [.. found.Where(static mark => !mark.Span.IsEmpty).OrderBy(static mark => mark.Span)];
        var lines = new List<MarkedLine>(parts.Count);
        var open = new List<Mark>();
        int next = 0;
        foreach (Part part in parts)
        {
            var pieces = new List<Piece>();
            int at = part.Span.Start;
            while (at < part.Span.End)
            {
                open.RemoveAll(mark => mark.Span.End <= at);
                var opens = new List<Opening>();
                for (; next < marks.Length && marks[next].Span.Start <= at; next++)
                {
                    // A mark between two parts, or one that begins there, opens with the part it reaches into.
                    if (marks[next].Opening is { } opening) opens.Add(opening);
                    if (marks[next].Span.End > at) open.Add(marks[next]);
                }

                int end = part.Span.End;
                if (next < marks.Length) end = Math.Min(end, marks[next].Span.Start);
                foreach (Mark mark in open) end = Math.Min(end, mark.Span.End);
                pieces.Add(PieceOf(new TextSpan(at, end), open, opens));
                at = end;
            }

            lines.Add(new MarkedLine(part, pieces));
        }

        return lines;
    }

    private static Piece PieceOf(TextSpan span, List<Mark> open, List<Opening> opens)
    {
        if (open.Count == 0) return new Piece(span, null, null, null, opens);
        var classes = new List<string>();
        string? figure = null, party = null;
        foreach (Mark mark in open)
        {
            if (!classes.Contains(mark.Class)) classes.Add(mark.Class);
            figure = mark.Figure ?? figure;
            party = mark.Party ?? party;
        }

        return new Piece(span, string.Join(' ', classes), figure, party, opens);
    }

    private sealed record Mark(TextSpan Span, string Class, string? Figure, string? Party, Opening? Opening);
}
