using Sanad.Attribution;
using Sanad.Parties;

namespace Sanad.Stories;

/// <summary>
/// What the parties of a story are called there, and for which body a person speaks. One agency has a name in each language and a short form besides: a line of
/// figures needs one. What any article tells of a person's post holds in all of them.
/// </summary>
internal sealed class StoryParties
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);

    public StoryParties(IReadOnlyList<StoryArticle> articles)
    {
        string main = MainLanguage.Of(articles.Select(static article => article.Analysis.Article));
        var counts = new Dictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (StoryArticle article in articles)
        {
            // A name in another language counts only where there is none in the story's own.
            int weight = article.Analysis.Article.Language == main ? articles.Count + 1 : 1;
            foreach (Party party in article.Analysis.Parties)
            {
                if (party.Kind is not (PartyKind.Body or PartyKind.State)) continue;
                if (!counts.TryGetValue(party.Id, out SortedDictionary<string, int>? names)) counts.Add(party.Id, names = new SortedDictionary<string, int>(StringComparer.Ordinal));
                names[party.Name] = names.GetValueOrDefault(party.Name) + weight;
            }

            foreach (Party person in article.Analysis.Parties)
            {
                if (person.Kind == PartyKind.Person && BodyOf(person, article) is { } body) _bodies.TryAdd(person.Id, body);
            }
        }

        foreach ((string id, SortedDictionary<string, int> names) in counts) _names.Add(id, names.MaxBy(static name => name.Value).Key);
    }

    /// <summary>The speaker's name as the story has it; joint speakers joined by "; ", null where nobody is named.</summary>
    public string? NameOf(Statement statement)
    {
        Speaker speaker = statement.Speaker;
        if (speaker.Name is null || speaker.PartyIds.Count == 0) return speaker.Name;
        string[] printed = speaker.Name.Split("; ");
        if (printed.Length != speaker.PartyIds.Count) return speaker.Name;
        for (int i = 0; i < printed.Length; i++) printed[i] = _names.GetValueOrDefault(speaker.PartyIds[i], printed[i]);
        return string.Join("; ", printed);
    }

    /// <summary>The body that a single speaker holds a post of; null where no article tells of one.</summary>
    public string? BodyOf(Statement statement) =>
        statement.Speaker.PartyIds.Count == 1 && _bodies.TryGetValue(statement.Speaker.PartyIds[0], out string? body) ? _names[body] : null;

    private static string? BodyOf(Party person, StoryArticle article)
    {
        foreach (Role role in person.Roles)
        {
            if (role.Of is null) continue;
            foreach (Party other in article.Analysis.Parties)
            {
                if (other.Kind == PartyKind.Body && other.Name == role.Of) return other.Id;
            }
        }

        return null;
    }
}
