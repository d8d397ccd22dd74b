using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Parties;
using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>
/// Holds a line of a brief against the words it cites. It trusts nothing that the writer of the line says: the words are read
/// from the frozen text again, speakers, acts, days and values from the analyses.
/// </summary>
public sealed class BriefCheck
{
    private readonly Dictionary<string, Analysis> _articles = new(StringComparer.Ordinal);
    private readonly BriefWords _words;

    public BriefCheck(IReadOnlyList<Analysis> articles, BriefWords words)
    {
        foreach (Analysis analysis in articles) _articles[analysis.Article.Source] = analysis;
        _words = words;
    }

    /// <summary>Why the line is not borne out; null where it is.</summary>
    public string? Check(BriefLine line)
    {
        if (line.Citations.Count == 0) return "cites nothing";
        foreach (Citation citation in line.Citations)
        {
            if (Broken(citation) is { } reason) return reason;
        }

        string rest = line.Text;
        foreach (BriefClaim claim in line.Claims.OrderByDescending(static claim => claim.Wording.Length))
        {
            if (claim.Citation < 0 || claim.Citation >= line.Citations.Count) return $"'{claim.Wording}' cites nothing";
            int at = rest.IndexOf(claim.Wording, StringComparison.Ordinal);
            if (at < 0 && !line.Text.Contains(claim.Wording, StringComparison.Ordinal)) return $"the line does not say '{claim.Wording}'";
            if (at >= 0) rest = rest.Remove(at, claim.Wording.Length);
            if (!Holds(claim, line.Citations[claim.Citation])) return $"{claim.Kind.ToString().ToLowerInvariant()} '{claim.Wording}' is not what {line.Citations[claim.Citation].Source} says";
        }

        foreach (char c in rest)
        {
            if (char.IsDigit(c)) return "it holds a number that no citation bears out";
        }

        foreach (string stretch in rest.Split('“').Skip(1))
        {
            if (stretch.IndexOf('”') > 0) return "it quotes words that no citation bears out";
        }

        return null;
    }

    private string? Broken(Citation citation)
    {
        if (!_articles.TryGetValue(citation.Source, out Analysis? analysis)) return $"{citation.Source} is not in the story";
        if (analysis.Article.Hash != citation.TextHash) return $"{citation.Source} has another text than the one cited";
        if (citation.Span.End > analysis.Article.Text.Length || !citation.Span.Of(analysis.Article.Text).SequenceEqual(citation.Quote)) return $"the words cited do not stand at {citation.Span} of {citation.Source}";
        return null;
    }

    private bool Holds(BriefClaim claim, Citation citation)
    {
        Analysis analysis = _articles[citation.Source];
        return claim.Kind switch
        {
            ClaimKind.Words => citation.Quote.Contains(claim.Wording.TrimEnd('…'), StringComparison.Ordinal),
            ClaimKind.Speaker => Statements(analysis, citation).Any(statement => IsSpeaker(analysis, statement, claim.Wording)),
            ClaimKind.Act => Statements(analysis, citation).Any(statement => _words.Act(statement.Act) == claim.Wording),
            ClaimKind.Day => Days(analysis, citation).Any(day => _words.Day(day) == claim.Wording),
            ClaimKind.Value => analysis.Figures.Any(figure => citation.Span.Overlaps(figure.Span) && _words.Value(figure.Low, figure.High, figure.Bound, figure.Unit) == claim.Wording),
            _ => analysis.Figures.Any(figure => citation.Span.Overlaps(figure.Span) && (figure.What == claim.Wording || figure.Where == claim.Wording || figure.Unit == claim.Wording)),
        };
    }

    /// <summary>The statements in whose words the citation lies, or that it holds: of nested ones all, innermost first does not matter here.</summary>
    private static IEnumerable<Statement> Statements(Analysis analysis, Citation citation)
    {
        foreach (Statement statement in analysis.Statements)
        {
            foreach (Text.TextSpan span in statement.Content)
            {
                if (!span.Overlaps(citation.Span)) continue;
                yield return statement;
                break;
            }
        }
    }

    private static bool IsSpeaker(Analysis analysis, Statement statement, string name)
    {
        if (statement.Speaker.Name == name) return true;
        foreach (string id in statement.Speaker.PartyIds)
        {
            foreach (Party party in analysis.Parties)
            {
                if (party.Id == id && (party.Name == name || party.Roles.Any(role => role.Of == name))) return true;
            }
        }

        return false;
    }

    private static IEnumerable<DateOnly> Days(Analysis analysis, Citation citation)
    {
        bool said = false;
        foreach (Statement statement in Statements(analysis, citation))
        {
            if (statement.Said is not { } day) continue;
            said = true;
            yield return day.First;
        }

        foreach (Figure figure in analysis.Figures)
        {
            if (!citation.Span.Overlaps(figure.Span) || figure.AsOf is not { } day) continue;
            said = true;
            yield return day.First;
        }

        if (!said && analysis.Publication.Anchor is { } published) yield return published;
    }
}
