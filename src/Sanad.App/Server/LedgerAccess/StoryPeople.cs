using Sanad.Attribution;
using Sanad.Parties;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>
/// Who is who in a story. Each article names people its own way ("Rana", "Rana Sulaiman"), and ids follow from names; where the story has one name for a person, that makes one id of his.
/// </summary>
public sealed class StoryPeople
{
    private readonly Dictionary<(string Source, string Party), string> _ids = [];

    private StoryPeople(OpenStory story)
    {
        foreach (Analysis analysis in story.Ledger.Articles)
        {
            foreach (Party party in analysis.Parties)
            {
                // Whoever is told apart, and who has no name, keeps the id he has.
                if (party.Kind is not (PartyKind.Person or PartyKind.Body) || party.Id.StartsWith("apart:", StringComparison.Ordinal) || !party.Name.Contains(' ', StringComparison.Ordinal)) continue;
                string id = "person:" + Slug.Of(party.Name);
                if (party.Kind == PartyKind.Body && !story.Ledger.Articles.Any(other => other.Parties.Any(person => person.Kind == PartyKind.Person && person.Id == id))) continue;
                if (id != party.Id) _ids[(analysis.Article.Source, party.Id)] = id;
            }
        }
    }

    public static StoryPeople Of(OpenStory story) => story.Derived(static story => new StoryPeople(story));

    /// <summary>The id that a party of an article has in the story.</summary>
    public string IdOf(string source, string party) => _ids.GetValueOrDefault((source, party), party);

    /// <summary>Whether the party is who speaks, or one of those.</summary>
    public bool Speaks(string source, Speaker speaker, string party)
    {
        if (speaker.PartyId is { } first && IdOf(source, first) == party) return true;
        foreach (string id in speaker.PartyIds)
        {
            if (IdOf(source, id) == party) return true;
        }

        return false;
    }
}
