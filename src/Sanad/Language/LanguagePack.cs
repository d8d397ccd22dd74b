using System.Text.Json;
namespace Sanad.Language;

/// <summary>
/// Everything Sanad knows of one language: the files of <c>languages/CODE</c>, read once and compiled. Immutable, safe to
/// share between threads.
/// </summary>
public sealed class LanguagePack
{
    private readonly HashSet<int> _function = [];
    private readonly Lazy<WordKinds> _kinds;
    private readonly Lazy<HashedWeights?> _attribution;
    private readonly Lazy<WeightRows?> _mentions;

    private LanguagePack(string code)
    {
        Code = code;
        _kinds = new(() => WordKinds.Load(code));
        _attribution = new(() => HashedWeights.Load(code, "attribution.weights"));
        _mentions = new(() => HashedWeights.Load(code, "mentions.weights")?.ToRows());
        using (Stream stream = LanguageFile.Open(code, "language.json") ?? throw new ArgumentException($"no language '{code}'", nameof(code)))
        using (JsonDocument json = JsonDocument.Parse(stream))
        {
            Name = json.RootElement.GetProperty("name").GetString()!;
            DecimalMark = json.RootElement.GetProperty("decimal").GetString()![0];
            GroupMark = json.RootElement.GetProperty("group").GetString()![0];
        }

        var lexicon = new Lexicon.Builder();
        Clitics = new Clitics(LanguageFile.Rows(code, "affixes.tsv"));
        Reporting = Read(lexicon, LexKind.Reporting, "reporting.tsv", static row => new ReportingWord(row[0], row.Kind<Act>(1, "act"), row.Kinds<Frame>(2, "frame")));
        Titles = Read(lexicon, LexKind.Title, "titles.tsv", static row => new TitleWord(row[0], row.Required(1, "kind"), row[2] is { Length: > 0 } full ? full : null, row[3] == "local"));
        Pronouns = Read(lexicon, LexKind.Pronoun, "pronouns.tsv", static row => new PronounWord(row[0], row.Required(1, "number")));
        People = Read(lexicon, LexKind.People, "people.tsv", static row => new PeopleWord(row[0], row.Required(1, "kind")));
        Grammar = Read(lexicon, LexKind.Grammar, "grammar.tsv", static row => new GrammarWord(row[0], row.Kinds<WordClass>(1, "class of words")));
        Numbers = Read(lexicon, LexKind.Number, "numbers.tsv", static row => new ListedWord(row[0], row));
        Scales = Read(lexicon, LexKind.Scale, "scales.tsv", static row => new ListedWord(row[0], row));
        Hedges = Read(lexicon, LexKind.Hedge, "hedges.tsv", static row => new ListedWord(row[0], row));
        Units = Read(lexicon, LexKind.Unit, "units.tsv", static row => new ListedWord(row[0], row));
        FigureWords = Read(lexicon, LexKind.Figure, "figures.tsv", static row => new ListedWord(row[0], row));
        Calendar = Read(lexicon, LexKind.Calendar, "calendar.tsv", static row => new ListedWord(row[0], row));
        BodyWords = Read(lexicon, LexKind.BodyWord, "bodywords.tsv", static row => new BodyWord(row[0], row.Kinds<BodyWordClass>(1, "class of words")));
        Particles = Read(lexicon, LexKind.Particle, "particles.tsv", static row => new Particle(row[0], row.Required(1, "kind")));
        Acts = Read(lexicon, LexKind.Act, "acts.tsv", static row => new ActWord(row[0], row.Kind<Act>(1, "act"), row.Required(2, "place") == "start"));
        Places = ReadPlaces(lexicon);
        Bodies = ReadBodies(lexicon);
        var abbreviations = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (LanguageRow row in LanguageFile.Rows(code, "abbreviations.txt")) abbreviations.Add(row[0]);
        Abbreviations = abbreviations;
        Stemmer = new Stemmer(LanguageFile.Rows(code, "stems.tsv"));
        VerbForms = new VerbForms(LanguageFile.Rows(code, "verbs.tsv"));
        Furniture = new FurniturePatterns(LanguageFile.Rows(code, "furniture.tsv"));
        Lexicon = lexicon.Build();
        var function = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (GrammarWord word in Grammar)
        {
            if ((word.Classes & WordClass.Function) == 0 || Lexicon.Word(word.Form) is not (var id and not 0)) continue;
            _function.Add(id);
            function[word.Form] = id;
        }

        FunctionWords = new WordTable(function);
    }

    /// <summary>ISO 639-1 code, the name of its folder.</summary>
    public string Code { get; }

    public string Name { get; }

    /// <summary>The mark before decimals: a comma in Indonesian, a point in English.</summary>
    public char DecimalMark { get; }

    public char GroupMark { get; }

    public Lexicon Lexicon { get; }

    public Clitics Clitics { get; }

    public IReadOnlyList<ReportingWord> Reporting { get; }

    public IReadOnlyList<TitleWord> Titles { get; }

    public IReadOnlyList<PronounWord> Pronouns { get; }

    public IReadOnlyList<PeopleWord> People { get; }

    public IReadOnlyList<GrammarWord> Grammar { get; }

    public IReadOnlyList<ListedWord> Numbers { get; }

    public IReadOnlyList<ListedWord> Scales { get; }

    public IReadOnlyList<ListedWord> Hedges { get; }

    public IReadOnlyList<ListedWord> Units { get; }

    public IReadOnlyList<ListedWord> FigureWords { get; }

    public IReadOnlyList<ListedWord> Calendar { get; }

    public IReadOnlyList<BodyWord> BodyWords { get; }

    public IReadOnlyList<Particle> Particles { get; }

    public IReadOnlyList<ActWord> Acts { get; }

    public IReadOnlyList<PlaceForm> Places { get; }

    public IReadOnlyList<BodyForm> Bodies { get; }

    /// <summary>Words that end in a full stop without ending a sentence, the stop left out.</summary>
    public IReadOnlySet<string> Abbreviations { get; }

    public Stemmer Stemmer { get; }

    public VerbForms VerbForms { get; }

    public FurniturePatterns Furniture { get; }

    /// <summary>Read when first asked for, as are the weights: who reads only one language pays for one.</summary>
    internal WordKinds Kinds => _kinds.Value;

    /// <summary>Weights of the reading of attributions; null when the language has none.</summary>
    internal HashedWeights? AttributionWeights => _attribution.Value;

    /// <summary>Weights by which names are told apart; null when the language has none.</summary>
    internal WeightRows? MentionWeights => _mentions.Value;

    /// <summary>The row of a list that is this single word, as the lexicon numbers it.</summary>
    public bool TryWord(int word, LexKind kind, out int row) => Lexicon.TryWord(word, kind, out row);

    /// <summary>The function words alone: a table small enough to be told from in passing.</summary>
    internal WordTable FunctionWords { get; }

    /// <summary>Whether a word number of the lexicon is a function word, by which the language is known.</summary>
    public bool IsFunctionWord(int word) => _function.Contains(word);

    /// <exception cref="LanguageFileException">A file of the language is wrong.</exception>
    public static LanguagePack Load(string code) => new(code);

    private List<T> Read<T>(Lexicon.Builder lexicon, LexKind kind, string file, Func<LanguageRow, T> read)
    {
        var list = new List<T>();
        foreach (LanguageRow row in LanguageFile.Rows(Code, file))
        {
            list.Add(read(row));
            Add(lexicon, kind, row, row[0], list.Count - 1);
        }

        return list;
    }

    private List<PlaceForm> ReadPlaces(Lexicon.Builder lexicon)
    {
        var list = new List<PlaceForm>();
        foreach (LanguageRow row in LanguageFile.Rows(Code, "places.tsv"))
        {
            var place = new Place(row[0], row.Required(1, "name"), row.Required(2, "kind"));
            void Form(string form, PlaceSense sense)
            {
                list.Add(new PlaceForm(form, place, sense));
                Add(lexicon, LexKind.Place, row, form, list.Count - 1);
            }

            Form(place.Name, PlaceSense.Name);
            foreach (string form in row.List(3)) Form(form, PlaceSense.Name);
            foreach (string form in row.List(4)) Form(form, PlaceSense.Demonym);
            foreach (string form in row.List(5)) Form(form, PlaceSense.Metonym);
        }

        return list;
    }

    private List<BodyForm> ReadBodies(Lexicon.Builder lexicon)
    {
        var list = new List<BodyForm>();
        foreach (LanguageRow row in LanguageFile.Rows(Code, "bodies.tsv"))
        {
            var body = new Body(row[0], row.Required(1, "name"), row.Required(2, "kind"), row[4] is { Length: > 0 } of ? of : null);
            foreach (string form in row.List(3).Prepend(body.Name))
            {
                list.Add(new BodyForm(form, body));
                Add(lexicon, LexKind.Body, row, form, list.Count - 1);
            }
        }

        return list;
    }

    private static void Add(Lexicon.Builder lexicon, LexKind kind, LanguageRow row, string form, int entry)
    {
        try
        {
            lexicon.Add(kind, form, entry);
        }
        catch (ArgumentException e)
        {
            throw row.Error(e.Message);
        }
    }
}
