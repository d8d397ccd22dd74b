namespace Sanad.Ledger.Corrections;

/// <summary>How often people corrected what one rule found.</summary>
/// <param name="Kind">Of the corrections.</param>
/// <param name="FoundBy">Name of the rule, or of the stage where no rule is told.</param>
/// <param name="Latest">The last correction, as an example.</param>
public sealed record CorrectedRule(string Kind, string FoundBy, int Count, Correction Latest);

/// <summary>What people correct most, for those who keep the rules.</summary>
public static class CorrectionReport
{
    /// <summary>By kind and rule, the most corrected first. Only corrections that hold count: what was undone was no mistake of the program's.</summary>
    public static IReadOnlyList<CorrectedRule> Of(CorrectionLog log)
    {
        var rules = new SortedDictionary<(string Kind, string FoundBy), (int Count, Correction Latest)>();
        foreach (Correction correction in log.Holding)
        {
            (string, string) key = (correction.Kind, correction.FoundBy ?? "");
            rules[key] = (rules.TryGetValue(key, out (int Count, Correction) before) ? before.Count + 1 : 1, correction);
        }

        return [.. rules.Select(static rule => new CorrectedRule(rule.Key.Kind, rule.Key.FoundBy, rule.Value.Count, rule.Value.Latest)).OrderByDescending(static rule => rule.Count)];
    }
}
