using Sanad.Language;

namespace Sanad.Figures;

/// <summary>The noun behind a number with its state and what narrows it down: "12 penumpang tewas", "1,204 cases of dengue", "33 lainnya luka-luka".</summary>
internal sealed class CountedNoun(Document document, CountedPhrase phrase, UnitReader units, bool[] time)
{
    private readonly CountedModifiers _modifiers = new(document, phrase, time);

    /// <summary>The noun phrase read last, without the clauses that narrow it down; null where none was.</summary>
    public string? Plain { get; private set; }

    /// <summary>Whether the phrase read last names those of whom some are counted: "nine of the dead".</summary>
    public bool IsOfGroup { get; private set; }

    /// <summary>The noun of the phrase read last, without its state; null where the number has none of its own.</summary>
    public string? Head { get; private set; }

    /// <summary>Whether the phrase read last is set off from what was counted before: "dua korban lainnya".</summary>
    public bool IsOther { get; private set; }

    /// <summary>Whether the phrase read last says in what state the counted are.</summary>
    public bool HasState { get; private set; }

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>Forgets the phrase read last.</summary>
    public void Begin()
    {
        Plain = Head = null;
        IsOfGroup = IsOther = HasState = false;
    }

    /// <summary>The counted noun with what narrows it down behind it.</summary>
    public string? Read(ref int end, Sentence sentence, FigureRelations relations, int number)
    {
        int counted = CountedEnd(end, sentence, out int from);
        if (counted > from) counted = OfEnd(phrase.ListEnd(counted, sentence.End), sentence);
        int more = _modifiers.End(counted, sentence), head = phrase.HeadEnd(from, counted);

        // "47 rumah yang dihuni 62 keluarga": the clause tells of the next number.
        if (more > counted && more < sentence.End && (document.Tokens[more].Kind == TokenKind.Number || document.Has(more, LexKind.Number))) more = counted;
        HasState = head < counted;
        int other = phrase.OtherIn(from, counted);

        // "empat lainnya | kabur": in Indonesian the word ends what is counted, but for the state.
        if (other >= 0 && IsIndonesian && !HasState) head = counted = other + 1;
        end = Math.Max(end, counted);
        if (other >= 0) return Others(from, head, counted, other, relations, number);
        Plain = phrase.TextOf(from, counted);
        Head = head == counted ? Plain : phrase.TextOf(from, head);
        return counted > from && more > counted ? phrase.TextOf(from, more) : Plain;
    }

    /// <summary>"12 plots of land", "1,204 cases of dengue": a noun without an article behind "of" belongs to the one before.</summary>
    private int OfEnd(int end, Sentence sentence)
    {
        if (IsIndonesian || end + 1 >= sentence.End || document.WordAt(end) is not "of" || document.Tokens[end + 1] is not { Kind: TokenKind.Word, IsCapital: false }) return end;
        if (document.Is(end + 1, WordClass.Determiner | WordClass.Preposition | WordClass.Relative) || document.Has(end + 1, LexKind.Calendar) || phrase.Is(FigureRole.Empty, end + 1) || phrase.Is(FigureRole.Value, end + 1)) return end;
        return phrase.End(end + 1, sentence.End) is var more && more > end + 1 ? more : end;
    }

    /// <summary>"dua korban lainnya luka berat", "33 others injured": what is counted without the word that sets it off, the noun taken from the figure before where there is none.</summary>
    private string? Others(int from, int head, int end, int other, FigureRelations relations, int number)
    {
        IsOther = true;
        Head = Joined(phrase.TextOf(from, Math.Min(other, head)), other + 1 < head ? phrase.TextOf(other + 1, head) : null) ?? relations.SharedHead(number, from) ?? relations.SharedWhat(number, from);
        string? state = head < end ? phrase.TextOf(Math.Max(head, other + 1), end) : null;
        return Plain = Head is null ? phrase.TextOf(from, end) : Joined(Head, state);
    }

    private static string? Joined(string? first, string? second) => first is null ? second : second is null ? first : first + " " + second;

    /// <summary>"nine of the dead": those of whom some are counted, where no number says how many they are.</summary>
    /// <param name="from">Behind "of the".</param>
    public string? ReadGroup(ref int end, int from, Sentence sentence)
    {
        if (IsIndonesian || end + 1 >= sentence.End || document.WordAt(end) is not "of" || !document.Is(end + 1, WordClass.Determiner)) return null;
        int counted = phrase.End(from, sentence.End);
        if (counted == from || !(phrase.IsPlural(counted - 1) || phrase.HeadEnd(from, counted) < counted)) return null;
        Plain = phrase.TextOf(from, counted);
        if (Plain is not null) (IsOfGroup, end) = (true, counted);
        return Plain;
    }

    /// <summary>End of what is counted behind the number; classifiers ("orang", "unit") belong to it where nothing else does.</summary>
    private int CountedEnd(int at, Sentence sentence, out int from)
    {
        from = at;
        if (!units.TryRead(at, sentence.End, out Hit unit, out UnitWord word) || word.Kind is not (UnitKind.Classifier or UnitKind.Label)) return phrase.End(at, sentence.End);
        if (word.Kind == UnitKind.Label) return unit.End < sentence.End && document.Tokens[unit.End].Kind != TokenKind.Number ? phrase.End(at, sentence.End) : at;
        if (!IsIndonesian) return phrase.End(at, sentence.End);
        int behind = phrase.End(unit.End, sentence.End);
        if (behind > unit.End && !CountedThing.IsPeople(document.WordAt(at)) && !phrase.Has(FigureRole.State, unit.End, sentence.End, out _)) from = unit.End;
        return Math.Max(behind, unit.End);
    }
}
