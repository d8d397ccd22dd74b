using Sanad.Language;
using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Pipeline;

/// <summary>That a figure of a story moved: the newest value of its line is another one than before some articles came.</summary>
/// <param name="Source">The article that gives the new value.</param>
/// <param name="Figure">Its id there.</param>
/// <param name="Text">"orang tewas: 14 → 21", in the story's language.</param>
internal sealed record FigureMove(string Source, string Figure, TextSpan Span, string Text);

/// <summary>Finds the figures of a story that some of its articles moved.</summary>
internal sealed class FigureMoves(LanguageSet languages)
{
    /// <summary>
    /// The moves, in the order of the lines. A value counts as new only where no known article gives it on the line, and for a day no earlier than the newest known one: what is repeated late is no move.
    /// Parts of a total, copies and what lies far off move nothing.
    /// </summary>
    /// <param name="isNew">Whether an article, by its source, is one of those that came.</param>
    public IReadOnlyList<FigureMove> Of(StoryLedger story, Func<string, bool> isNew)
    {
        var moves = new List<FigureMove>();
        BriefWords? words = null;
        foreach (FigureLine line in story.FigureLines)
        {
            if (Newest(line, static _ => true) is not { } now || !isNew(now.Source)) continue;
            if (Newest(line, point => !isNew(point.Source)) is not { } before || now.On!.Value.Last < before.On!.Value.Last) continue;
            if (line.Points.Any(point => point.Low == now.Low && point.High == now.High && point.Unit == now.Unit && !isNew(point.Source))) continue;
            words ??= new BriefWords(new BriefWriter(languages).LanguageOf(story));
            string name = line.Where is null ? line.What : $"{line.What} ({line.Where})";
            moves.Add(new FigureMove(now.Source, now.Figure, now.Citation.Span, $"{name}: {ValueOf(before, words)} → {ValueOf(now, words)}{(now.By is { } by ? $" ({words.Names(by)})" : "")}"));
        }

        return moves;
    }

    /// <summary>The last of the points of the latest day.</summary>
    private static FigurePoint? Newest(FigureLine line, Func<FigurePoint, bool> counts)
    {
        FigurePoint? newest = null;
        foreach (FigurePoint point in line.Points)
        {
            if (point.On is not { } on || point.PartOf is not null || point.CopiesOf is not null || point.IsFarOff || !counts(point)) continue;
            if (newest is null || on.Last >= newest.On!.Value.Last) newest = point;
        }

        return newest;
    }

    private static string ValueOf(FigurePoint point, BriefWords words) => words.Value(point.Low, point.High, point.Bound, point.Unit);
}
