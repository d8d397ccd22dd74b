using Sanad.Attribution;
using Sanad.Parties;

namespace Sanad.Stories;

/// <summary>
/// Gives a person one name throughout a story. Where an article puts an office or its place before a name without a comma ("Kepala Kantor SAR
/// Morolanga Rana Sulaiman"), a sibling that names the person alone shows where the name begins; and a first name alone is that of the one
/// person of the article, or where it introduces nobody of the story, who bears it.
/// </summary>
internal static class StoryNames
{
    /// <summary>Letters of a company's legal form ("PT", "CV"), which belongs to the name behind it.</summary>
    private const int LongestForm = 3;

    /// <summary>Spaces in the name of a body that a person's name may end.</summary>
    private const int LeastTitle = 4;

    public static List<Analysis> Unify(IReadOnlyList<Analysis> analyses)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (Analysis analysis in analyses)
        {
            foreach (Party party in analysis.Parties)
            {
                if (party.Kind == PartyKind.Person && party.Name.Contains(' ', StringComparison.Ordinal)) known.Add(party.Name);
            }
        }

        return [.. analyses.Select(analysis => Renamed(analysis, known))];
    }

    private static Analysis Renamed(Analysis analysis, HashSet<string> known)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Party party in analysis.Parties)
        {
            if (IsPersonOrTitled(party) && Bare(party.Name, known) is { } bare) names[party.Name] = bare;
        }

        foreach (Party party in analysis.Parties)
        {
            if (party.Kind == PartyKind.Person && !party.Name.Contains(' ', StringComparison.Ordinal) && (FullName(party, analysis, names) ?? OnlyBearer(party, analysis, known)) is { } full) names[party.Name] = full;
        }

        if (names.Count == 0) return analysis;
        return analysis with
        {
            Parties = [.. analysis.Parties.Select(party => names.TryGetValue(party.Name, out string? name) ? party with { Name = name } : party)],
            Statements = [.. analysis.Statements.Select(statement => Renamed(statement, names))],
        };
    }

    private static Statement Renamed(Statement statement, Dictionary<string, string> names)
    {
        if (statement.Speaker.Name is not { } name) return statement;
        if (names.TryGetValue(name, out string? renamed)) return statement with { Speaker = statement.Speaker with { Name = renamed } };
        if (!name.Contains("; ", StringComparison.Ordinal)) return statement;
        return statement with { Speaker = statement.Speaker with { Name = string.Join("; ", name.Split("; ").Select(one => names.GetValueOrDefault(one, one))) } };
    }

    /// <summary>A body of many words may be a person whose post was read as part of the name: "Direktur Utama PT Wairang Bahari Rana Sulaiman".</summary>
    private static bool IsPersonOrTitled(Party party) => party.Kind == PartyKind.Person || (party.Kind == PartyKind.Body && party.Name.AsSpan().Count(' ') >= LeastTitle);

    /// <summary>The shortest known name of two words or more that ends the name; null where none does.</summary>
    private static string? Bare(string name, HashSet<string> known)
    {
        for (int space = name.LastIndexOf(' '); space > 0; space = name.LastIndexOf(' ', space - 1))
        {
            string end = name[(space + 1)..], before = name[(name.LastIndexOf(' ', space - 1) + 1)..space];
            if (before.Length <= LongestForm && before.Equals(before.ToUpperInvariant(), StringComparison.Ordinal)) return null;
            if (end.Contains(' ', StringComparison.Ordinal) && known.Contains(end)) return end;
        }

        return null;
    }

    /// <summary>
    /// For an article that does not introduce him: the one person of the whole story whose name begins with the word. Null where several bear it, or where somebody of the article does
    /// in another place of his name.
    /// </summary>
    private static string? OnlyBearer(Party first, Analysis analysis, HashSet<string> known)
    {
        string? only = null;
        foreach (string name in known)
        {
            if (!name.Split(' ').Contains(first.Name)) continue;
            if (only is not null || !name.StartsWith(first.Name + " ", StringComparison.Ordinal)) return null;
            only = name;
        }

        return analysis.Parties.Any(other => other != first && other.Kind == PartyKind.Person && other.Name.Split(' ').Contains(first.Name)) ? null : only;
    }

    /// <summary>The name of the one person of the article whose name begins with the word; null where it is nobody's or several persons'.</summary>
    private static string? FullName(Party first, Analysis analysis, Dictionary<string, string> names)
    {
        string? full = null;
        foreach (Party party in analysis.Parties)
        {
            string name = names.GetValueOrDefault(party.Name, party.Name);
            if (!IsPersonOrTitled(party) || party == first || !name.StartsWith(first.Name + " ", StringComparison.Ordinal)) continue;
            if (full is not null && full != name) return null;
            full = name;
        }

        return full;
    }
}
