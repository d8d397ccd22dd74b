using Sanad.App.Json;
using Sanad.Ledger;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary>Which lines of a brief stand on entries that people corrected: notes under running numbers from 1, a correction once, in the order of the lines.</summary>
internal sealed class CorrectionNotes
{
    private readonly CorrectedEntries _corrected;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    public CorrectionNotes(Ledger.Brief brief, StoryLedger story, BriefWords words)
    {
        _corrected = new CorrectedEntries(story);
        foreach (BriefLine line in brief.Lines)
        {
            foreach (Corrected corrected in By(line))
            {
                if (!_numbers.TryAdd(corrected.Id, _all.Count + 1)) continue;
                _all.Add(words["corrected"].Replace("{by}", corrected.By, StringComparison.Ordinal).Replace("{reason}", corrected.Reason, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>What the notes say, number 1 first.</summary>
    public IReadOnlyList<string> All => _all;

    /// <summary>Numbers of the notes on a line.</summary>
    public IEnumerable<int> Of(BriefLine line) => By(line).Select(corrected => _numbers[corrected.Id]).Distinct().Order();

    /// <summary>The first correction that the line stands on, or null.</summary>
    public Corrected? FirstOf(BriefLine line) => By(line).FirstOrDefault();

    private IEnumerable<Corrected> By(BriefLine line) =>
        line.Claims.Select(claim => _corrected.At(line.Citations[claim.Citation].Source, claim.At)).OfType<Corrected>();
}
