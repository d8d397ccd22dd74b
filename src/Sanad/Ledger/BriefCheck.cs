using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.Ledger;

/// <summary>
/// Holds a line of a brief against the words it cites. It trusts nothing that the writer of the line says: the words are read
/// from the frozen text again, speakers, acts, days and values from the analyses. What a line says between two of its marks
/// ("→", ";") must be borne out by one figure or one statement as a whole, so that no value meets another's speaker; what it
/// says beyond its claims may only be words of the templates; and what follows "→" may not be of an earlier day.
/// </summary>
public sealed class BriefCheck
{
    private readonly Dictionary<string, Analysis> _articles = new(StringComparer.Ordinal);
    private readonly BriefWords _words;
    private readonly SpeakerWords _speakers;

    /// <param name="words">Of the brief, as are the <paramref name="speakers"/>.</param>
    public BriefCheck(IReadOnlyList<Analysis> articles, BriefWords words, SpeakerWords speakers)
    {
        foreach (Analysis analysis in articles) _articles[analysis.Article.Source] = analysis;
        (_words, _speakers) = (words, speakers);
    }

    /// <summary>Why the line is not borne out; null where it is.</summary>
    public string? Check(BriefLine line)
    {
        if (line.Citations.Count == 0) return "cites nothing";
        foreach (Citation citation in line.Citations)
        {
            if (Broken(citation) is { } reason) return reason;
        }

        return Cut(line, out List<Segment> segments) ?? Check(line, segments);
    }

    /// <summary>What a line says between two of its marks; <see cref="Then"/> where "→" stands before it.</summary>
    private readonly record struct Segment(bool Then, List<BriefClaim> Claims);

    /// <summary>Walks the text from claim to claim; the reason where something stands between them that no template says.</summary>
    private string? Cut(BriefLine line, out List<Segment> segments)
    {
        segments = [new Segment(false, [])];
        int at = 0;
        BriefClaim? before = null;
        foreach (BriefClaim claim in line.Claims)
        {
            if (claim.Citation < 0 || claim.Citation >= line.Citations.Count || !line.Citations[claim.Citation].Span.Contains(claim.At)) return $"'{claim.Wording}' cites nothing";
            bool again = before is not null && before.Start == claim.Start && before.Wording == claim.Wording && before.Kind == claim.Kind;
            if (!again)
            {
                if (claim.Wording.Length == 0 || claim.Start < at || !line.Text.AsSpan(claim.Start).StartsWith(claim.Wording)) return $"the line does not say '{claim.Wording}' there";
                string between = line.Text[at..claim.Start];
                if (Unclaimed(between) is { } reason) return reason;
                if (claim.Kind == ClaimKind.Words && !between.EndsWith('“')) return $"'{claim.Wording}' is quoted without marks";
                bool then = between.Contains(_words["line.then"], StringComparison.Ordinal);
                if (then || between.Contains(_words["line.against"], StringComparison.Ordinal) || between.Contains(_words["line.and"], StringComparison.Ordinal)) segments.Add(new Segment(then, []));
                at = claim.Start + claim.Wording.Length;
            }

            segments[^1].Claims.Add(claim);
            before = claim;
        }

        return Unclaimed(line.Text[at..]);
    }

    /// <summary>Why a stretch that no claim covers may not stand in a line; null for the fixed words of the templates.</summary>
    private string? Unclaimed(string stretch)
    {
        int start = -1;
        for (int i = 0; i <= stretch.Length; i++)
        {
            bool word = i < stretch.Length && char.IsLetterOrDigit(stretch[i]);
            if (word && char.IsDigit(stretch[i])) return "it holds a number that no citation bears out";
            if (word && start < 0) start = i;
            if (word || start < 0) continue;
            if (!_words.IsFixed(stretch[start..i])) return $"it says '{stretch[start..i]}', which no citation bears out";
            start = -1;
        }

        int quote = stretch.IndexOf('“', StringComparison.Ordinal);
        return quote >= 0 && stretch.IndexOf('”', quote) > quote + 1 ? "it quotes words that no citation bears out" : null;
    }

    private string? Check(BriefLine line, List<Segment> segments)
    {
        DateOnly? last = null;
        foreach (Segment segment in segments)
        {
            // The first to bear a segment out must bear out all of it; others repeat a part of it.
            BriefClaim? first = segment.Claims.Find(static claim => claim.Kind != ClaimKind.Name);
            if (first is null) return segment.Claims.Find(claim => !IsNamed(claim, line.Citations[claim.Citation])) is { } unnamed ? NotSaid(line, unnamed) : null;
            foreach (IGrouping<(int Citation, TextSpan At), BriefClaim> witness in segment.Claims.GroupBy(static claim => (claim.Citation, claim.At)))
            {
                Citation citation = line.Citations[witness.Key.Citation];
                foreach (BriefClaim claim in witness)
                {
                    if (claim.Kind == ClaimKind.Name && !IsNamed(claim, citation)) return NotSaid(line, claim);
                }

                if (witness.All(static claim => claim.Kind == ClaimKind.Name)) continue;
                if (!Holds(witness, citation, out DateOnly? day)) return NotSaid(line, witness.First(static claim => claim.Kind != ClaimKind.Name));
                if (witness.Key != (first.Citation, first.At)) continue;
                if (segment.Then && day < last) return "it turns the order of days around";
                last = day;
            }

            foreach (BriefClaim claim in segment.Claims)
            {
                if (claim.Kind != ClaimKind.Name && !segment.Claims.Exists(other => other.Start == claim.Start && other.Citation == first.Citation && other.At == first.At)) return $"'{claim.Wording}' is said of something else than the rest";
            }
        }

        return null;
    }

    private static string NotSaid(BriefLine line, BriefClaim claim) => $"{claim.Kind.ToString().ToLowerInvariant()} '{claim.Wording}' is not what {line.Citations[claim.Citation].Source} says";

    private string? Broken(Citation citation)
    {
        if (!_articles.TryGetValue(citation.Source, out Analysis? analysis)) return $"{citation.Source} is not in the story";
        if (analysis.Article.Hash != citation.TextHash) return $"{citation.Source} has another text than the one cited";
        if (citation.Span.End > analysis.Article.Text.Length || !citation.Span.Of(analysis.Article.Text).SequenceEqual(citation.Quote)) return $"the words cited do not stand at {citation.Span} of {citation.Source}";
        return null;
    }

    /// <summary>Whether one figure or one statement at the stretch says all that is claimed of it; its day.</summary>
    private bool Holds(IEnumerable<BriefClaim> claims, Citation citation, out DateOnly? day)
    {
        Analysis analysis = _articles[citation.Source];
        TextSpan at = claims.First().At;
        foreach (Figure figure in analysis.Figures)
        {
            if (figure.Span != at) continue;
            Statement? by = analysis.Statements.FirstOrDefault(statement => statement.Id == (figure.Statement ?? figure.ToldBy));
            DateOnly? on = day = (figure.AsOf ?? by?.Said)?.First ?? analysis.Publication.Anchor;
            if (claims.All(claim => claim.Kind switch
            {
                ClaimKind.Value => _words.Value(figure.Low, figure.High, figure.Bound, figure.Unit) == claim.Wording,
                ClaimKind.Speaker => by is not null && IsSpeaker(analysis, by, claim.Wording),
                ClaimKind.Day => on is { } known && _words.Day(known) == claim.Wording,
                ClaimKind.Name => true,
                _ => false,
            })) return true;
        }

        foreach (Statement statement in analysis.Statements)
        {
            if (StatementsInBrief.At(statement) != at) continue;
            string content = analysis.ContentOf(statement);
            DateOnly? on = day = statement.Said?.First ?? analysis.Publication.Anchor;
            if (claims.All(claim => claim.Kind switch
            {
                ClaimKind.Words => claim.Wording == content || (claim.Wording.EndsWith('…') && content.StartsWith(claim.Wording[..^1], StringComparison.Ordinal)),
                ClaimKind.Speaker => IsSpeaker(analysis, statement, claim.Wording),
                ClaimKind.Act => _words.Act(statement.Act, _speakers.AreMany(analysis, statement)) == claim.Wording,
                ClaimKind.Day => on is { } known && _words.Day(known) == claim.Wording,
                _ => false,
            })) return true;
        }

        day = null;
        return false;
    }

    private bool IsNamed(BriefClaim claim, Citation citation) =>
        _articles[citation.Source].Figures.Any(figure => figure.Span == claim.At && (figure.What == claim.Wording || figure.Where == claim.Wording || figure.Unit == claim.Wording));

    private bool IsSpeaker(Analysis analysis, Statement statement, string name) =>
        _speakers.Of(analysis, statement) == name || analysis.Parties.Any(party => party.Name == name && statement.Speaker.PartyIds.Contains(party.Id));
}
