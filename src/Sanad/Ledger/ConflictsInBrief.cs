using System.Globalization;
using Sanad.Figures;
using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>Where figures of one day differ by source.</summary>
internal sealed class ConflictsInBrief(StoryLedger story, BriefWords words, CitedSentences cited)
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
            if ((Array.Find(figures, figure => figure.What == conflict.About || figure.Unit == conflict.About) ?? Array.Find(figures, static figure => figure.What is not null)) is not { } named) continue;
            lines.Add(Line(conflict, figures, Array.IndexOf(figures, named)));
        }
    }

    private BriefLine Line(Conflict conflict, Figure[] figures, int named)
    {
        var line = new BriefLineBuilder(words, cited);
        line.Add("line.conflict", hole =>
        {
            ConflictValue first = conflict.Values[0];
            if (hole == "what") line.Claim(ClaimKind.Name, figures[named].Unit == conflict.About ? conflict.About : figures[named].What!, conflict.Values[named].Source, figures[named].Span);
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
                else line.Claim(ClaimKind.Speaker, words.Names(cited.SpeakerOf(value.Source, figure)!), value.Source, figure.Span);
            });
        }
    }

    private Figure FigureOf(ConflictValue value) => cited.Article(value.Source).Figures.First(figure => figure.Span == value.Citation.Span);
}
