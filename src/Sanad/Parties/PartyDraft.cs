namespace Sanad.Parties;

/// <summary>A party while an article's names are being joined: what it is called, and what tells of a person.</summary>
internal sealed class PartyDraft(string id, string name, PartyKind kind)
{
    public string Id { get; private set; } = id;

    public string Name { get; set; } = name;

    public PartyKind Kind { get; private set; } = kind;

    /// <summary>Whether more than capitals tells that it is a person: a title, an age, a reporting word beside it.</summary>
    public bool Vouched { get; set; }

    /// <summary>Whether the name was only met where a sentence begins, so that its first word may be no name.</summary>
    public bool IsInitial { get; set; }

    /// <summary>Mentions that the learned weights call a person, a body, something else.</summary>
    public int Persons { get; set; }

    public int Bodies { get; set; }

    public int Others { get; set; }

    /// <summary>Whether nothing but capitals makes it a person and, where weights judge, none of its mentions was called one; where none do, whether it is one word that nobody hears speak.</summary>
    public bool IsNobody(bool judged) => Kind == PartyKind.Person && !Vouched && Persons == 0 && Bodies == 0 && (judged ? Others > 0 : Words.Length == 1 && !Heard);

    /// <summary>Whether all its mentions are another party's.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether a reporting word stands beside it somewhere.</summary>
    public bool Heard { get; set; }

    /// <summary>First token of its first mention in full; 0 where that does not matter.</summary>
    public int First { get; init; }

    /// <summary>Whether one word joins two names: "Beliu-Santoso" is neither of the two.</summary>
    public bool IsPair { get; init; }

    /// <summary>Whether the words only begin this name and nothing tells that it is a person's: "Oppo" and "Oppo Care".</summary>
    public bool IsOffshootOf(string[] words) => Kind == PartyKind.Person && !Vouched && !Heard && words.Length < Words.Length && Words[0] == words[0];

    /// <summary>Whether the words stand in this name in the same order, in this or another spelling.</summary>
    public bool Holds(string[] words)
    {
        int at = 0;
        foreach (string word in Words)
        {
            if (at < words.Length && Spelling.IsAlike(word, words[at])) at++;
        }

        return at == words.Length;
    }

    public void BecomeBody() => (Id, Kind) = ("body:" + Id["person:".Length..], PartyKind.Body);

    public string[] Words { get; init; } = [];

    public List<Role> Roles { get; } = [];

    public SortedSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>The words by which it was called last: mostly those by which it is called next.</summary>
    private string _last = "";

    public string Call(ReadOnlySpan<char> words)
    {
        if (!words.SequenceEqual(_last)) Aliases.Add(_last = words.ToString());
        return _last;
    }
}
