using Sanad.Attribution;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Stories;

/// <summary>
/// Finds who "the operator" is. An article may leave out the name that a sibling gives beside the part it plays ("its operator, PT Wairang Bahari"): where in the
/// whole story one body alone plays that part, the words stand for it. Parts are the concepts of <c>equivalents.tsv</c> that end in "@".
/// </summary>
internal static class StoryRoles
{
    private const string Unnamed = "unnamed:";

    /// <summary>Marks the concepts of parts that a story has one player of.</summary>
    private const char Part = '@';

    public static List<Analysis> Resolve(List<Analysis> analyses, LanguageSet languages)
    {
        Dictionary<string, Party> bodies = BodiesOf(analyses);
        var players = new Dictionary<string, Party?>(StringComparer.Ordinal);
        foreach (Analysis analysis in analyses)
        {
            LanguagePack language = languages[analysis.Article.Language];
            foreach (Statement statement in analysis.Statements)
            {
                Speaker speaker = statement.Speaker;
                if (speaker is not { PartyIds.Count: 1, PartyId: { } id, Role: { } role } || PartOf(role, language, languages.Concepts) is not { } part || BodyOf(id, bodies) is not { } body) continue;
                players[part] = players.TryGetValue(part, out Party? other) && other?.Id != body.Id ? null : body;
            }
        }

        return [.. analyses.Select(analysis => Resolved(analysis, bodies, players, languages))];
    }

    private static Dictionary<string, Party> BodiesOf(List<Analysis> analyses)
    {
        var bodies = new Dictionary<string, Party>(StringComparer.Ordinal);
        foreach (Analysis analysis in analyses)
        {
            foreach (Party party in analysis.Parties)
            {
                if (party.Kind == PartyKind.Body) bodies.TryAdd(party.Id, party);
            }
        }

        return bodies;
    }

    /// <summary>The body of that id; for a source described by words that are a body's name elsewhere in the story, that body.</summary>
    private static Party? BodyOf(string id, Dictionary<string, Party> bodies) =>
        bodies.GetValueOrDefault(id.StartsWith(Unnamed, StringComparison.Ordinal) ? string.Concat("body:", id.AsSpan(Unnamed.Length)) : id);

    private static Analysis Resolved(Analysis analysis, Dictionary<string, Party> bodies, Dictionary<string, Party?> players, LanguageSet languages)
    {
        LanguagePack language = languages[analysis.Article.Language];
        var statements = new List<Statement>(analysis.Statements.Count);
        var added = new List<Party>();
        foreach (Statement statement in analysis.Statements)
        {
            if (Played(analysis.Article, statement.Speaker, language) is not { } player)
            {
                statements.Add(statement);
                continue;
            }

            if (!analysis.Parties.Any(party => party.Id == player.Id) && !added.Contains(player)) added.Add(player);
            statements.Add(statement with { Speaker = statement.Speaker with { PartyId = player.Id, PartyIds = [player.Id], Name = player.Name, Role = statement.Speaker.Role ?? statement.Speaker.Name } });
        }

        return added.Count == 0 && statements.SequenceEqual(analysis.Statements) ? analysis : analysis with { Statements = statements, Parties = [.. analysis.Parties, .. added] };

        Party? Played(Article article, Speaker speaker, LanguagePack pack)
        {
            if (speaker is not { PartyIds.Count: 1, PartyId: { } id, Name: { } name } || !id.StartsWith(Unnamed, StringComparison.Ordinal)) return null;
            if (BodyOf(id, bodies) is { } body) return body;
            return PartOf(name, pack, languages.Concepts) is { } part && IsDefinite(article, speaker, pack) ? players.GetValueOrDefault(part) : null;
        }
    }

    /// <summary>The part that a description's head names ("the ferry's operator", "operator feri itu"); null where it names none.</summary>
    private static string? PartOf(string description, LanguagePack language, Concepts concepts)
    {
        ReadOnlySpan<char> words = description.AsSpan().Trim();
        ReadOnlySpan<char> head = language.Code == "id" ? words[..(words.IndexOf(' ') is var end and >= 0 ? end : words.Length)] : words[(words.LastIndexOf(' ') + 1)..];
        return concepts.Of(language.Code, head.ToString()) is { } concept && concept[^1] == Part ? concept : null;
    }

    /// <summary>"An operator" is some operator.</summary>
    private static bool IsDefinite(Article article, Speaker speaker, LanguagePack language)
    {
        if (speaker.Span is not { } span) return false;
        var tokens = new List<Token>();
        Tokenizer.Cut(article.Text, span, language, tokens);
        return tokens.Count > 0 && !(language.TryWord(tokens[0].Word, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & WordClass.Indefinite) != 0);
    }
}
