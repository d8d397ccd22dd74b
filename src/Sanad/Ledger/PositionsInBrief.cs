using Sanad.Attribution;
using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>Who stands where: a line a party, move after move, those things first on which most articles take sides.</summary>
internal sealed class PositionsInBrief(StoryLedger story, BriefWords words, SpeakerWords speakers, CitedSentences cited)
{
    private const int MostLines = 10, MostWitnesses = 3;

    private readonly StatementsInBrief _statements = new(words, speakers, cited);

    public void Write(List<BriefLine> lines)
    {
        int most = lines.Count + MostLines;
        var seen = new HashSet<(string, string)>();
        foreach (IGrouping<string, Position> proposition in story.Positions.GroupBy(static position => position.About).OrderByDescending(ArticlesOn))
        {
            // Who moved comes first, since the line then tells of those who spoke for the party, too.
            foreach (Position position in proposition.OrderByDescending(static position => position.Moves.Select(static move => move.Act).Distinct().Count()))
            {
                if (lines.Count >= most) return;
                if (position.Moves.All(move => seen.Contains((move.Source, move.Statement)))) continue;
                if (Line(position, seen) is { } line) lines.Add(line);
            }
        }
    }

    private static int ArticlesOn(IGrouping<string, Position> proposition) =>
        proposition.SelectMany(static position => position.Moves).Select(static move => move.Source).Distinct().Count();

    private BriefLine? Line(Position position, HashSet<(string, string)> seen)
    {
        var line = new BriefLineBuilder(words, cited);
        (string? by, Act act, int witnesses) last = (null, default, 0);
        foreach (PositionMove move in position.Moves)
        {
            Statement? statement = cited.Statement(move.Source, move.Statement);
            if (!_statements.IsPrintable(move.Source, statement) || !seen.Add((move.Source, move.Statement))) continue;
            if (statement!.Speaker.Name == last.by && statement.Act == last.act)
            {
                if (last.witnesses++ < MostWitnesses) line.Witness(ClaimKind.Act, move.Source, StatementsInBrief.At(statement));
                continue;
            }

            if (!line.IsEmpty) line.Add("line.then");
            _statements.Add(line, move.Earlier ? "line.move.before" : "line.move", move.Source, statement);
            last = (statement.Speaker.Name, statement.Act, 0);
        }

        return line.IsEmpty ? null : line.Build("heading.positions");
    }
}
