using Sanad.Figures;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Stories.FigureLines;

/// <summary>
/// What a figure counts, without language: the state of people where one is named ("dead!"), with the head noun's concept before it for things ("house damaged!"), else the head noun's
/// concept, with what the unit measures and the words that narrow it down.
/// </summary>
/// <param name="Scale">How many of the basic unit one of the figure's unit is, so that values of one key can be compared; 1 where it has none.</param>
/// <param name="State">The state that the words beside the number name, where those for what is counted do not; null otherwise.</param>
internal sealed record Quantity(string Key, IReadOnlySet<string> Words, double Scale, string? State)
{
    private const string Length = "length";

    /// <summary>Concepts of whoever is counted where nobody in particular is.</summary>
    private static readonly HashSet<string> People = new(["people", "victim", "different", "children", "passenger"], StringComparer.Ordinal);

    /// <summary>The concept of people of whom nothing is told: those from the management and those from the village are two quantities.</summary>
    private const string Anybody = "people";

    /// <summary>Id of the figure before in the sentence whose counted thing this one leaves out, and so is held against; null for others.</summary>
    public string? LikeFigure { get; init; }

    /// <summary>It counts in one state, and in no other.</summary>
    public bool IsOfState => Key[^1] == '!';

    /// <summary>By place in the analysis' figures; null where a figure says not what it counts.</summary>
    public static Quantity?[] OfAll(Analysis analysis, LanguageSet languages)
    {
        var quantities = new Quantity?[analysis.Figures.Count];
        for (int i = 0; i < quantities.Length; i++)
        {
            Figure figure = analysis.Figures[i];
            quantities[i] = i > 0 && IsLeftOut(figure, analysis.Figures[i - 1], analysis.Article.Text) && quantities[i - 1] is { } before && StatesLeftOut(figure, analysis, languages) is null
                ? before with { LikeFigure = analysis.Figures[i - 1].Id }
                : Of(figure, analysis.Article, languages);
        }

        return quantities;
    }

    /// <summary>Whether the figure leaves out what it counts, which is that of the one before it in the sentence: "took 19 people on board; Basarnas credits it with 14".</summary>
    private static bool IsLeftOut(Figure figure, Figure before, string text)
    {
        if (figure.What is not { } what || what != before.What || figure.Unit is not null || before.Unit is not null || figure.PartOf is not null || before.Span.End > figure.Span.Start) return false;
        ReadOnlySpan<char> head = what.AsSpan(0, what.IndexOf(' ') is var end and >= 0 ? end : what.Length);
        return !figure.Span.Of(text).Contains(head, StringComparison.OrdinalIgnoreCase) && text.AsSpan(before.Span.End, figure.Span.Start - before.Span.End).IndexOfAny('\n', '.') < 0;
    }

    private static string? StatesLeftOut(Figure figure, Analysis analysis, LanguageSet languages) =>
        StateBeside.Of(figure, analysis.Article, languages[analysis.Article.Language], languages.States, StateOf.People);

    /// <summary>Whether the first or last word of what is counted stands for people ("pekerja kebun") or for a state of theirs ("hostages").</summary>
    private static bool IsOfPeople(string? what, LanguagePack language, CountStates states)
    {
        if (what is null) return false;
        int first = what.IndexOf(' '), last = what.LastIndexOf(' ') + 1;
        return IsPerson(first < 0 ? what : what[..first], language) || IsPerson(what[last..], language) || states.Of(language.Code, what, StateOf.People) is not null;
    }

    private static bool IsPerson(string word, LanguagePack language) =>
        language.Lexicon.Word(word.ToLowerInvariant()) is var known and not 0 && language.TryWord(known, LexKind.People, out int row) && language.People[row].Kind is "person" or "group";

    private static Quantity? Of(Figure figure, Article article, LanguageSet languages)
    {
        LanguagePack language = languages[article.Language];
        var words = new HashSet<string>(StringComparer.Ordinal);
        string? state = null, head = null, first = null, last = null;
        if (figure.What is { } what)
        {
            foreach (string word in what.Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
            {
                string term = languages.Concepts.Of(language.Code, word) ?? language.Stemmer.Stem(word);
                if (term.Length < 2) continue;
                words.Add(term);
                if (term[^1] == '!') state ??= term;
                first ??= term;
                last = term;
            }
        }

        head = language.Code == "id" ? first : last;
        (string? unit, double scale, string? beside, string? named) = (figure.Unit, 1, null, state);
        if (figure.Unit is null)
        {
            bool people = (head is not null && People.Contains(head)) || IsOfPeople(figure.What, language, languages.States) || (first is not null && People.Contains(first)) || (state is not null && head is not null && head[^1] == '!');
            beside = StateBeside.Of(figure, article, language, languages.States, people ? StateOf.People : StateOf.Things, isNamed: state is not null);
        }
        else if (languages.Measures.TryGet(language.Code, figure.Unit, out UnitScale measure))
        {
            (unit, scale) = (measure.Dimension, measure.Scale);
            if (unit == Length) (named, beside) = (head is null ? null : languages.States.Of(language.Code, figure.What!, StateOf.Length), StateBeside.Of(figure, article, language, languages.States, StateOf.Length));
        }
        else
        {
            unit = languages.Concepts.Of(language.Code, figure.Unit) ?? figure.Unit;
        }

        if (unit == Length) beside = named ?? beside;
        string? key = beside ?? state ?? head ?? (figure.Unit is null ? null : "");
        if (key == Anybody && figure.Unit is null && Narrowing(figure.What, language, languages.Concepts) is { } narrowing) key = Anybody + " " + narrowing;
        if (head is not null && head != key && key is not null && languages.States.IsOf(key, StateOf.Things)) key = head + " " + key;
        return key is null ? null : new Quantity(unit + "|" + key, words, scale, beside == named || (beside is not null && figure.What is not null && languages.States.IsIn(language.Code, figure.What, beside)) ? null : beside);
    }

    /// <summary>The first word that tells which people are counted, up to a relative clause; null where there is none.</summary>
    private static string? Narrowing(string? what, LanguagePack language, Concepts concepts)
    {
        foreach (string word in (what ?? "").Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string small = word.ToLowerInvariant();
            string term = concepts.Of(language.Code, word) ?? language.Stemmer.Stem(small);
            int known = language.Lexicon.Word(small);
            if (known != 0 && language.TryWord(known, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & WordClass.Relative) != 0) return null;
            if (term.Length > 2 && !People.Contains(term) && !(known != 0 && language.IsFunctionWord(known))) return term;
        }

        return null;
    }
}
