using System.Globalization;
using Sanad.Figures;
using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>Where figures of one day differ by source.</summary>
internal sealed class ConflictsInBrief(StoryLedger story, BriefWords words, SpeakerWords speakers, CitedSentences cited)
{
    private const int MostLines = 5;

    public void Write(List<BriefLine> lines)
    {
        int most = lines.Count + MostLines;
        foreach (Conflict conflict in story.Conflicts)
        {
            if (lines.Count >= most) break;
            if (conflict.Kind != ConflictKind.Figures || conflict.On is null || conflict.Values.Count < 2 || conflict.Values.Any(static value => value.By is null)) continue;
            Figure[] figures = [.. conflict.Values.Select(FigureOf)];
            if (NamerOf(conflict) is { } named) lines.Add(Line(conflict, figures, named));
        }
    }

    private BriefLine Line(Conflict conflict, Figure[] figures, (string Source, Figure Figure) named)
    {
        var line = new BriefLineBuilder(words, cited);
        line.Add("line.conflict", hole =>
        {
            ConflictValue first = conflict.Values[0];
            if (hole == "what") line.Claim(ClaimKind.Name, named.Figure.Unit == conflict.About ? conflict.About : named.Figure.What!, named.Source, named.Figure.Span);
            else if (hole == "day") line.Claim(ClaimKind.Day, words.Day(DateOnly.ParseExact(conflict.On!, "yyyy-MM-dd", CultureInfo.InvariantCulture)), first.Source, figures[0].Span);
            else Points(line, conflict, figures);
        });
        return line.Build("heading.conflicts");
    }

    private void Points(BriefLineBuilder line, Conflict conflict, Figure[] figures)
    {
        for (int i = 0; i < figures.Length; i++)
        {
            (ConflictValue value, Figure figure) = (conflict.Values[i], figures[i]);
            if (i > 0) line.Add("line.against");
            line.Add("line.conflict.point", hole =>
            {
                if (hole == "value") line.Claim(ClaimKind.Value, words.Value(figure.Low, figure.High, figure.Bound, figure.Unit), value.Source, figure.Span);
                else line.Claim(ClaimKind.Speaker, speakers.Of(cited.Article(value.Source), cited.TellerOf(value.Source, figure)!)!, value.Source, figure.Span);
            });
        }
    }

    /// <summary>The figure after whose words the line is named: one of the conflict, or of the line that it stands on, with its name in the brief's language; else any that has one.</summary>
    private (string Source, Figure Figure)? NamerOf(Conflict conflict)
    {
        List<(string Source, Figure Figure)> figures = [.. conflict.Values.Select(value => (value.Source, FigureOf(value)))];
        foreach (FigurePoint point in story.FigureLines.FirstOrDefault(line => line.What == conflict.About)?.Points ?? []) figures.Add((point.Source, cited.Article(point.Source).Figures.First(figure => figure.Id == point.Figure)));
        bool Names((string Source, Figure Figure) one) => one.Figure.What is not null || one.Figure.Unit == conflict.About;
        bool IsInLanguage((string Source, Figure Figure) one) => Names(one) && cited.Article(one.Source).Article.Language == words.Language;
        int found = figures.FindIndex(one => IsInLanguage(one) && (one.Figure.What == conflict.About || one.Figure.Unit == conflict.About));
        if (found < 0) found = figures.FindIndex(IsInLanguage);
        if (found < 0) found = figures.FindIndex(Names);
        return found < 0 ? null : figures[found];
    }

    private Figure FigureOf(ConflictValue value) => cited.Article(value.Source).Figures.First(figure => figure.Span == value.Citation.Span);
}
