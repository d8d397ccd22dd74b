using Sanad.Attribution;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.Ledger;

/// <summary>What was said day by day, as far as no other line of the brief tells it.</summary>
internal sealed class EventsInBrief(StoryLedger story, BriefWords words, SpeakerWords speakers, CitedSentences cited)
{
    private const int MostLines = 14;

    private readonly StatementsInBrief _statements = new(words, speakers, cited);

    public void Write(List<BriefLine> lines)
    {
        var told = new HashSet<(string, TextSpan)>();
        foreach (BriefLine line in lines)
        {
            foreach (BriefClaim claim in line.Claims) told.Add((line.Citations[claim.Citation].Source, claim.At));
        }

        int room = MostLines;
        int each = Math.Max(1, MostLines / Math.Max(1, story.Timeline.Select(static entry => entry.On).Distinct().Count()));
        foreach (IGrouping<string, TimelineEntry> day in story.Timeline.GroupBy(static entry => entry.On))
        {
            int left = each;
            foreach (TimelineEntry entry in day)
            {
                if (room == 0 || left == 0) break;
                Citation citation = entry.Citations[0];
                Statement? statement = cited.Article(citation.Source).Statements.FirstOrDefault(statement => statement.Inside is null && citation.Span.Contains(statement.Content[0]) && citation.Span.Contains(statement.Content[^1]));
                if (!_statements.IsPrintable(citation.Source, statement) || !told.Add((citation.Source, StatementsInBrief.At(statement!)))) continue;
                var line = new BriefLineBuilder(words, cited);
                _statements.Add(line, "line.event", citation.Source, statement!);
                lines.Add(line.Build("heading.timeline"));
                room--;
                left--;
            }
        }
    }
}
