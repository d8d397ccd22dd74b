using Sanad.Text;

namespace Sanad.Ledger.Corrections;

/// <summary>Whether a correction counts.</summary>
public enum Standing
{
    Holds,

    /// <summary>A later one decides the same thing.</summary>
    Overruled,

    Undone,
}

/// <summary>A correction and whether it counts.</summary>
/// <param name="Through">Id of the correction that overrules or undoes it; null where it holds.</param>
public sealed record LoggedCorrection(Correction Correction, Standing Standing, string? Through);

/// <summary>All corrections of a ledger, those undone and overruled too. Which of them count follows from them alone, in whatever order they were brought together.</summary>
public sealed class CorrectionLog
{
    public CorrectionLog(IEnumerable<Correction> corrections)
    {
        List<Correction> ordered = [.. corrections.DistinctBy(static correction => correction.Id)];
        ordered.Sort(static (a, b) => string.CompareOrdinal(a.Time, b.Time) is var time and not 0 ? time
            : (a is Undoing).CompareTo(b is Undoing) is var undoing and not 0 ? undoing : string.CompareOrdinal(a.Id, b.Id));

        // From the last to the first: what undoes comes after what it undoes, and what overrules after what it overrules. An undoing that claims to be older than
        // what it undoes counts for nothing.
        Dictionary<string, string> undone = new(StringComparer.Ordinal), decided = new(StringComparer.Ordinal);
        var logged = new LoggedCorrection[ordered.Count];
        for (int i = ordered.Count - 1; i >= 0; i--)
        {
            Correction correction = ordered[i];
            if (undone.TryGetValue(correction.Id, out string? by)) logged[i] = new LoggedCorrection(correction, Standing.Undone, by);
            else if (correction is Undoing undoing)
            {
                undone.TryAdd(undoing.Undoes, correction.Id);
                logged[i] = new LoggedCorrection(correction, Standing.Holds, null);
            }
            else if (decided.TryGetValue(correction.Subject, out string? later)) logged[i] = new LoggedCorrection(correction, Standing.Overruled, later);
            else
            {
                decided.Add(correction.Subject, correction.Id);
                logged[i] = new LoggedCorrection(correction, Standing.Holds, null);
            }
        }

        All = logged;
    }

    /// <summary>By time.</summary>
    public IReadOnlyList<LoggedCorrection> All { get; }

    /// <summary>Those that count, undoings left out, by time.</summary>
    public IEnumerable<Correction> Holding => All.Where(static logged => logged.Standing == Standing.Holds && logged.Correction is not Undoing).Select(static logged => logged.Correction);

    /// <summary>Those about one of the texts, with what undoes them, by time.</summary>
    public IReadOnlyList<LoggedCorrection> About(IReadOnlySet<TextHash> texts)
    {
        var about = new List<LoggedCorrection>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (LoggedCorrection logged in All)
        {
            Correction correction = logged.Correction;
            if (correction is Undoing undoing ? !ids.Contains(undoing.Undoes) : !correction.Targets.Any(target => texts.Contains(target.Text))) continue;
            ids.Add(correction.Id);
            about.Add(logged);
        }

        return about;
    }

    /// <summary>The one whose id begins so; null where there is none or more than one.</summary>
    public LoggedCorrection? Find(string id)
    {
        LoggedCorrection? found = null;
        foreach (LoggedCorrection logged in All)
        {
            if (id.Length == 0 || !logged.Correction.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)) continue;
            if (found is not null) return null;
            found = logged;
        }

        return found;
    }
}
