using Sanad.Attribution;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Ledger.Corrections;

/// <summary>
/// Lays over an analysis who is the same and who is not. Where the two names were found under two ids that mean one person wherever they stand, that holds for
/// every article; else for the articles that the correction points at: "Budi" alone, or "a senior official", is somebody else in each.
/// </summary>
internal sealed class PartyLinks
{
    /// <summary>Begins the id of somebody who bore another's id and is told apart from him. It is no <c>person:</c>, so that likeness of names does not join them again.</summary>
    private const string Apart = "apart:";

    private readonly Dictionary<string, (string Id, PartyCorrection By)> _renamed = new(StringComparer.Ordinal);

    /// <param name="corrections">By time.</param>
    public PartyLinks(IEnumerable<PartyCorrection> corrections)
    {
        foreach (PartyCorrection correction in corrections)
        {
            string second = correction.Second.Party;
            if (!IsOneEverywhere(second) || (correction.Same && !IsOneEverywhere(correction.First.Party)) || second == correction.First.Party) continue;
            string to = correction.Same ? Final(correction.First.Party) : Apart + second[(second.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (to != second) _renamed[second] = (to, correction);
        }
    }

    public Analysis Rename(Analysis analysis)
    {
        if (_renamed.Count == 0) return analysis;
        foreach (Party party in analysis.Parties)
        {
            if (Final(party.Id) is var id && id != party.Id) analysis = Renamed(analysis, party, id, _renamed[party.Id].By);
        }

        return analysis;
    }

    public Analysis Lay(Analysis analysis, PartyCorrection correction, ICollection<Correction>? laid)
    {
        string id = Final(correction.First.Party);
        if (IsIn(analysis, correction.First.At) && PartyAt(analysis, correction.First) is { } first)
        {
            laid?.Add(correction);
            if (correction.Same && first.Id != id) analysis = Renamed(analysis, first, id, correction);
            else if (!correction.Same) id = first.Id;
        }

        if (!IsIn(analysis, correction.Second.At) || PartyAt(analysis, correction.Second) is not { } second) return analysis;
        laid?.Add(correction);
        if (correction.Same) return second.Id == id ? Noted(analysis, id, correction) : Renamed(analysis, second, id, correction);
        if (second.Id != id) return Noted(analysis, second.Id, correction);
        string apart = $"{Apart}{second.Id[(second.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]}-{analysis.Article.Hash.Value.AsSpan("sha256:".Length, 8)}";
        return correction.First.At.Text == correction.Second.At.Text ? Split(analysis, second, apart, correction) : Renamed(analysis, second, apart, correction);
    }

    /// <summary>Somebody of whom nothing is known but id and name.</summary>
    public static Party PartyOf(string id, string name) => new(id, name, id switch
    {
        _ when id.StartsWith("state:", StringComparison.Ordinal) => PartyKind.State,
        _ when id.StartsWith("body:", StringComparison.Ordinal) => PartyKind.Body,
        _ when id.StartsWith("unnamed:", StringComparison.Ordinal) => PartyKind.Unnamed,
        _ => PartyKind.Person,
    }, [], []);

    private static bool IsIn(Analysis analysis, CorrectionTarget target) => analysis.Article.Hash == target.Text;

    /// <summary>A state, a body, a person with two names: the id means the same wherever it stands.</summary>
    private static bool IsOneEverywhere(string id) =>
        !id.StartsWith("unnamed:", StringComparison.Ordinal) && (!id.StartsWith("person:", StringComparison.Ordinal) || id.Contains('-', StringComparison.Ordinal));

    private string Final(string id)
    {
        // One step more than there are renamings: a ring of them ends there.
        for (int i = 0; i <= _renamed.Count && _renamed.TryGetValue(id, out (string Id, PartyCorrection) to); i++) id = to.Id;
        return id;
    }

    /// <summary>Who is named there, else the party of that id or name.</summary>
    private static Party? PartyAt(Analysis analysis, PartyTarget target)
    {
        TextSpan span = target.At.Span!.Value;
        string? id = null;
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Span.Overlaps(span) && mention.PartyId is not null && (id is null || mention.Span == span)) id = mention.PartyId;
        }

        foreach (Statement statement in analysis.Statements)
        {
            if (id is null && statement.Speaker.Span is { } named && named.Overlaps(span)) id = statement.Speaker.PartyId;
        }

        return analysis.Parties.FirstOrDefault(party => party.Id == id) ?? analysis.Parties.FirstOrDefault(party => party.Id == target.Party) ?? analysis.Parties.FirstOrDefault(party => party.Name == target.Name);
    }

    private static Analysis Noted(Analysis analysis, string id, PartyCorrection correction) =>
        analysis with { Parties = [.. analysis.Parties.Select(party => party.Id == id ? party with { Corrected = correction.Note("") } : party)] };

    /// <summary>The party under another id, as one with whoever bears it already.</summary>
    private static Analysis Renamed(Analysis analysis, Party party, string id, PartyCorrection correction)
    {
        Party? there = analysis.Parties.FirstOrDefault(other => other.Id == id);
        Party one = (there ?? party) with { Id = id, Corrected = correction.Note(party.Id) };
        if (there is not null) one = one with { Roles = [.. there.Roles.Union(party.Roles)], Aliases = [.. there.Aliases.Union([party.Name, .. party.Aliases]).Where(alias => alias != there.Name)] };
        string IdOf(string other) => other == party.Id ? id : other;
        return analysis with
        {
            Parties = [.. analysis.Parties.Where(other => there is null || other != party).Select(other => other == (there ?? party) ? one : other)],
            Mentions = [.. analysis.Mentions.Select(mention => mention.PartyId == party.Id ? mention with { PartyId = id } : mention)],
            Statements = [.. analysis.Statements.Select(statement => statement.Speaker.PartyIds.Contains(party.Id) || statement.Speaker.PartyId == party.Id
                ? statement with { Speaker = statement.Speaker with { PartyId = statement.Speaker.PartyId is { } first ? IdOf(first) : null, PartyIds = [.. statement.Speaker.PartyIds.Select(IdOf).Distinct()] } }
                : statement)],
        };
    }

    /// <summary>Takes the words that the correction points at, and the statements whose speaker they name, away from the party and gives them one of their own.</summary>
    private static Analysis Split(Analysis analysis, Party party, string id, PartyCorrection correction)
    {
        CorrectionTarget target = correction.Second.At;
        TextSpan span = target.Span!.Value;
        return analysis with
        {
            Parties = [.. analysis.Parties, party with { Id = id, Name = target.Words, Roles = [], Aliases = [], Corrected = correction.Note(party.Id) }],
            Mentions = [.. analysis.Mentions.Select(mention => mention.PartyId == party.Id && mention.Span.Overlaps(span) ? mention with { PartyId = id } : mention)],
            Statements = [.. analysis.Statements.Select(statement => statement.Speaker.PartyId == party.Id && statement.Speaker.Span is { } named && named.Overlaps(span)
                ? statement with { Speaker = statement.Speaker with { PartyId = id, PartyIds = [id], Name = target.Words } }
                : statement)],
        };
    }
}
