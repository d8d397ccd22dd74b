using Sanad.Attribution;
using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Ledger;

/// <summary>
/// What speakers are called in the language of a brief. States and bodies that its lists know have their name there, as have sources without a name ("officials") that <c>speakers.tsv</c> knows;
/// people and all other names stay as they are printed; a description in another language that it does not know is quoted.
/// </summary>
public sealed class SpeakerWords
{
    private readonly string _language;
    private readonly string _joint;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>By language and form: what it is called in the brief.</summary>
    private readonly Dictionary<(string Language, string Form), string> _sources = [];

    /// <summary>Nouns that stand for several, by language.</summary>
    private readonly HashSet<(string Language, string Form)> _groups = [];

    /// <param name="languages">Of the articles.</param>
    /// <param name="words">Of the brief.</param>
    public SpeakerWords(LanguageSet languages, BriefWords words)
    {
        (_language, _joint) = (words.Language, words["joint"]);
        LanguagePack own = languages[_language];
        foreach (PlaceForm place in own.Places)
        {
            if (place.Place.IsState) _names.TryAdd("state:" + place.Place.Id, place.Place.Name);
        }

        foreach (BodyForm body in own.Bodies) _names.TryAdd(body.Body.Id, body.Body.Name);
        string[] codes = ["id", "en"];
        int at = Array.IndexOf(codes, _language) + 1;
        foreach (LanguageRow row in LanguageFile.Rows("", "speakers.tsv"))
        {
            if (row.List(at) is not [{ } name, ..]) continue;
            for (int i = 0; i < codes.Length; i++)
            {
                foreach (string form in row.List(i + 1)) _sources.TryAdd((codes[i], form.ToUpperInvariant()), name);
            }
        }

        foreach (LanguagePack pack in languages.All)
        {
            foreach (PeopleWord word in pack.People)
            {
                if (word.Kind == "group") _groups.Add((pack.Code, word.Form.ToUpperInvariant()));
            }
        }
    }

    /// <summary>Who makes the statement; joint speakers as one says it. Null where nobody is named.</summary>
    public string? Of(Analysis analysis, Statement statement)
    {
        Speaker speaker = statement.Speaker;
        if (speaker.Name is not { } name) return null;
        string[] names = name.Split("; ");
        for (int i = 0; i < names.Length; i++) names[i] = One(analysis, names[i], speaker.PartyIds.Count == names.Length ? speaker.PartyIds[i] : speaker.PartyId);
        return string.Join(_joint, names);
    }

    /// <summary>What the parties of a story are called, by the names that its articles have for them; several of them parted by "; " as one says it. A name that is of none of them stays.</summary>
    public Func<string, string> In(IEnumerable<Analysis> articles)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Analysis analysis in articles)
        {
            foreach (Party party in analysis.Parties) names.TryAdd(party.Name, One(analysis, party.Name, party.Id));
        }

        return name => string.Join(_joint, name.Split("; ").Select(one => names.GetValueOrDefault(one, one)));
    }

    /// <summary>Whether they are several, so that the verb is put in the plural.</summary>
    public bool AreMany(Analysis analysis, Statement statement)
    {
        if (statement.Speaker.Name is not { } name) return false;
        if (statement.Speaker.PartyIds.Count > 1 || name.Contains("; ", StringComparison.Ordinal)) return true;
        if (analysis.Parties.FirstOrDefault(party => party.Id == statement.Speaker.PartyId) is { Kind: PartyKind.Person or PartyKind.State }) return false;
        // Of "two officials of the ministry" the noun comes before what tells more of it, of "tax officials" last.
        foreach (string word in name.Split(' '))
        {
            if (word is "of" or "from" or "in" or "at" or "with" or "who") break;
            if (_groups.Contains((analysis.Article.Language, word.ToUpperInvariant()))) return true;
        }

        return false;
    }

    private string One(Analysis analysis, string name, string? party)
    {
        Party? known = analysis.Parties.FirstOrDefault(other => other.Id == party);
        string language = analysis.Article.Language;
        if (language == _language || known is { Kind: PartyKind.Person }) return name;
        if (known is not null && _names.TryGetValue(known.Id, out string? own)) return own;
        if (_sources.TryGetValue((language, name.ToUpperInvariant()), out string? source)) return source;
        // What begins with a small letter is a description and no name.
        return char.IsLower(name[0]) ? $"“{name}”" : name;
    }
}
