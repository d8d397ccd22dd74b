namespace Sanad.Language;

/// <summary>How a reporting word takes its speaker and its content.</summary>
[Flags]
public enum Frame
{
    None = 0,

    /// <summary>Speaker before, content after: "Ia mengatakan (bahwa) …".</summary>
    Clause = 1,

    /// <summary>Content before or around, speaker after: "…," kata Budi.</summary>
    Post = 2,

    /// <summary>"Menurut Budi, …": speaker right after, content after or before.</summary>
    Prep = 4,

    /// <summary>Content may be a noun phrase: "membantah laporan itu", "mengecam serangan".</summary>
    Object = 8,

    /// <summary>Speaker after with or without an agent word: "dibantah (oleh) Pyongyang".</summary>
    Passive = 16,

    /// <summary>A noun of saying: "laporan X yang menyebut", "pernyataan X bahwa".</summary>
    Noun = 32,

    /// <summary>Counts only in titles: "AS Konfirmasi …".</summary>
    Headline = 64,

    /// <summary>A reporting word only with a complementiser, a colon or a quotation after it.</summary>
    Weak = 128,

    /// <summary>Credits an agency or outlet: "dilansir", "dikutip dari".</summary>
    Credit = 256,

    /// <summary>The one addressed stands between cue and content: "mendesak Korea Utara untuk …".</summary>
    Urging = 512,

    /// <summary>The one told stands right after it and is no content: "told reporters".</summary>
    Told = 1024,

    /// <summary>A reporting word only with a number behind its object: "put the dead at 34", "credits the crew with 14".</summary>
    Rating = 2048,

    /// <summary>No reporting word at all, though one stands in it: "asked not to be named", "meminta namanya tidak disebut".</summary>
    Silent = 4096,
}

/// <summary>A row of <c>reporting.tsv</c>.</summary>
public sealed record ReportingWord(string Form, Act Act, Frame Frames);

/// <summary>A row of <c>titles.tsv</c>: a form of title, rank, honorific or degree. A short form has its expansion ("menlu" is "menteri luar negeri").</summary>
/// <param name="IsLocal">It heads a place, which the press names between the title and the name.</param>
public sealed record TitleWord(string Form, string Kind, string? Expansion, bool IsLocal);

/// <summary>A row of <c>pronouns.tsv</c>: <c>single</c>, <c>dual</c>, <c>plural</c> or <c>own</c> ("pihaknya", "the latter").</summary>
public sealed record PronounWord(string Form, string Number);

/// <summary>A row of <c>people.tsv</c>: a noun that may head a source without a name; <c>person</c>, <c>group</c>, <c>body</c>, <c>outlet</c> or <c>document</c>.</summary>
public sealed record PeopleWord(string Form, string Kind);

/// <summary>What a word does in a sentence.</summary>
[Flags]
public enum WordClass
{
    None = 0,
    Complementizer = 1,
    Negation = 2,

    /// <summary>Tense, aspect, modality and the adverbs that stand between subject and verb.</summary>
    Auxiliary = 4,
    Conjunction = 8,
    Preposition = 16,
    Determiner = 32,
    Relative = 64,
    Agent = 128,

    /// <summary>Opens a clause and belongs to none of its phrases: "namun", "sementara itu".</summary>
    Connective = 256,

    /// <summary>Joins two of a kind: "dan", "serta", "and".</summary>
    And = 512,

    /// <summary>Counted by the language detector.</summary>
    Function = 1024,

    /// <summary>Says that what follows is put in question: "apakah", "mengapa".</summary>
    Question = 2048,

    /// <summary>Tells of the future: "akan", "will".</summary>
    Future = 4096,

    /// <summary>Introduces the one spoken to: "kepada", "to".</summary>
    Addressee = 8192,

    /// <summary>A verb or other word that begins a predicate: "adalah", "is", "merupakan".</summary>
    Predicate = 16384,

    /// <summary>Joins two clauses of one rank: "dan", "seraya", "but".</summary>
    Coordinator = 32768,

    /// <summary>Makes the verb behind it something that has not been done: "akan", "mungkin", "would".</summary>
    Unreal = 65536,

    /// <summary>Behind a cue it tells how, when or where, not what: "dengan", "saat", "during".</summary>
    Manner = 131072,

    /// <summary>Introduces what something is about: "mengenai", "about".</summary>
    Topic = 262144,

    /// <summary>Says of a verb that it was so before and may be no more: "awalnya", "initially".</summary>
    Earlier = 524288,

    /// <summary>Leads from the object of a rating to its number: "put the dead at 34", "credits the crew with 14".</summary>
    Rating = 1048576,

    /// <summary>Stands at the head of a sentence for the day told of in the one before: "ketika itu", "at the time".</summary>
    Then = 2097152,

    /// <summary>Makes of what it stands before some one that nobody knows yet: "an operator", "sebuah maskapai".</summary>
    Indefinite = 4194304,

    /// <summary>Sets what its sentence tells against what was told before: "namun", "however", "berbeda".</summary>
    Contrast = 8388608,

    /// <summary>By itself it only points at what was told before: "hal itu", "that".</summary>
    Pointer = 16777216,
}

/// <summary>A row of <c>grammar.tsv</c>.</summary>
public sealed record GrammarWord(string Form, WordClass Classes);

/// <summary>A row of <c>places.tsv</c>. States have their ISO 3166-1 code as id.</summary>
public sealed record Place(string Id, string Name, string Kind)
{
    /// <summary>States and territories can speak; other places only lie somewhere.</summary>
    public bool IsState => Kind == "state";
}

/// <summary>How a form names its place.</summary>
public enum PlaceSense
{
    Name,

    /// <summary>The people or the adjective: "Korsel", "Russian".</summary>
    Demonym,

    /// <summary>A capital that stands for the government: "Moskow".</summary>
    Metonym,
}

public sealed record PlaceForm(string Form, Place Place, PlaceSense Sense);

/// <summary>A row of <c>bodies.tsv</c>: an institution, firm, party or news outlet with all its forms.</summary>
/// <param name="Kind"><c>outlet</c> for agencies and media, else what it is.</param>
/// <param name="Of">Id of the place it belongs to, or null.</param>
public sealed record Body(string Id, string Name, string Kind, string? Of);

public sealed record BodyForm(string Form, Body Body);

/// <summary>A row of <c>numbers.tsv</c>, <c>scales.tsv</c>, <c>hedges.tsv</c>, <c>units.tsv</c> or <c>calendar.tsv</c>, read further by its stage.</summary>
public sealed record ListedWord(string Form, LanguageRow Row);

/// <summary>Where a word stands in the names of bodies and places.</summary>
[Flags]
public enum BodyWordClass
{
    None = 0,

    /// <summary>Begins the name of a body ("Kementerian"), or in English ends it ("Ministry").</summary>
    Head = 1,

    /// <summary>Goes on inside one ("Luar", "Negeri").</summary>
    Unit = 2,

    /// <summary>Begins the name of a place ("Kabupaten").</summary>
    Place = 4,

    /// <summary>Begins a name that all capitalised words behind it belong to ("PT").</summary>
    Firm = 8,
}

/// <summary>A row of <c>bodywords.tsv</c>.</summary>
public sealed record BodyWord(string Form, BodyWordClass Classes);

/// <summary>
/// A row of <c>particles.tsv</c>: <c>inside</c>, a word in small letters inside names of people ("bin", "van"); <c>given</c>, a name given to children, which others follow; <c>degree</c>, what stands behind them and is no part of
/// the name ("S.H."); <c>corps</c>, what goes on from a rank ("Pol", "Purn").
/// </summary>
public sealed record Particle(string Form, string Kind);

/// <summary>A row of <c>acts.tsv</c>: words of a content that tell its act where the cue does not.</summary>
/// <param name="AtStart">It tells only as the content's first words.</param>
public sealed record ActWord(string Form, Act Act, bool AtStart);
