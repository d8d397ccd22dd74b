using Sanad.Language;
using Sanad.Text;

namespace Sanad.Figures;

/// <summary>Tells numbers that only look like figures: labels, scores, parts of names, addresses, years.</summary>
internal sealed class LookAlikes(Document document, UnitReader units, CountedPhrase counted, TableRow rows)
{
    /// <summary>Words of a street's name looked at behind a house number.</summary>
    private const int StreetReach = 4;

    /// <summary>Numbers looked back over for the label that they share.</summary>
    private const int MostLabels = 6;

    /// <summary>Behind "ke" a larger number is no rank or day ("ke 12") but where something goes ("ke 300 keluarga").</summary>
    private const int LargestRank = 31;

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>Whether the measure may be a figure: not glued to a name, no label or other number before it.</summary>
    public bool MayBegin(Measure measure, Sentence sentence)
    {
        if (measure.IsMoney || measure.IsLed) return true;
        ReadNumber number = measure.Number;
        int first = number.First;
        Token token = document.Tokens[first];
        if (number.Words && first > sentence.First && IsLabel(first - 1, sentence) && number.End - number.First == 1 && !IsClassified(number, sentence)) return false;
        if (number.Words && !IsIndonesian && number is { Low: 0.5, Share: false } && IsHalfOf(number.End, sentence)) return false;
        if (number.Words) return !IsOrdinalPart(number, sentence) && (first == sentence.First || !document.IsMark(first - 1, '-') || !token.IsGlued);
        if (number.Signed && !measure.IsMeasured) return false;
        if ((first > sentence.First && counted.Is(FigureRole.Versus, first - 1)) || (number.End < sentence.End && counted.Is(FigureRole.Versus, number.End))) return false;
        if (token.Length > 1 && document.Text[token.Start] == '0' && char.IsAsciiDigit(document.Text[token.Start + 1])) return false;
        if (!IsIndonesian && number.End < sentence.End && document.Tokens[number.End].IsGlued && document.WordAt(number.End) is "st" or "nd" or "rd" or "th" or "s") return false;
        if (!measure.IsMeasured && !number.Range && IsGluedOn(number, sentence)) return false;
        if (!measure.IsMeasured && number.End < sentence.End && document.Tokens[number.End] is { IsGlued: true, Kind: TokenKind.Word, IsCapital: true }) return false;
        if (IsResolution(number, sentence)) return false;
        if (!measure.IsMeasured && (IsYear(number, sentence) || IsSize(number, sentence) || IsNamed(number, sentence))) return false;
        if (first == sentence.First) return number.End < sentence.End && !document.IsMark(number.End, '.');
        Token before = document.Tokens[first - 1];
        char mark = document.Text[before.Start];
        if (token.IsGlued && token.Kind != TokenKind.Word && (before.Kind == TokenKind.Word || mark is '-' or '/' or '.' or ',' or ':' or '#' or '+' or '\'' or '’') && !IsPrefixed(first, sentence)) return false;
        if (mark == '(' && number.End < sentence.End && document.Tokens[number.End].Kind != TokenKind.Word && !document.IsMark(number.End, '%') && !measure.IsMeasured) return false;
        if (before.Kind == TokenKind.Number && !number.Signed) return false;
        bool classified = IsClassified(number, sentence);
        if (!classified && IsInLabels(first, sentence)) return false;
        if (IsLabel(first - 1, sentence) && !classified && !(document.WordAt(first - 1) is "ke" && number.Low > LargestRank) && !IsLevel(first, sentence)) return false;
        bool labelled = before.Kind == TokenKind.Word && IsNamelike(before) && (first - 1 > sentence.First || IsMaker(first - 1, number.End, sentence)) && !document.TryHit(first - 1, LexKind.Hedge, out _)
            && document.PartOf(sentence) != PartKind.Title && !number.Scaled && !IsGrouped(first) && !document.Is(first - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Predicate | WordClass.Connective)
            && (document.Tokens[first - 2 < 0 ? 0 : first - 2].Kind != TokenKind.Quote || before.Word == 0);
        return !labelled || measure.IsMeasured || classified || rows.TryRead(first, sentence, out _);
    }

    /// <summary>"mem-PHK 1.126 karyawan": no label has its thousands set off.</summary>
    private bool IsGrouped(int at) => document.Tokens[at].Length >= 5 && document.WordAt(at)[^4] == document.Language.GroupMark;

    private bool IsGluedOn(ReadNumber number, Sentence sentence) =>
        number.End + 1 < sentence.End && document.Tokens[number.End].IsGlued && document.Text[document.Tokens[number.End].Start] is '-' or '/' or ':' or '–' && document.Tokens[number.End + 1].IsGlued;

    /// <summary>"the half ring": a word of the thing's name and no share of it.</summary>
    private bool IsHalfOf(int at, Sentence sentence) =>
        at < sentence.End && document.Tokens[at].Kind == TokenKind.Word && !document.Is(at, WordClass.Determiner | WordClass.Preposition) && !document.Has(at, LexKind.Unit);

    private bool IsClassified(ReadNumber number, Sentence sentence) =>
        number.End < sentence.End && units.TryRead(number.End, sentence.End, out _, out UnitWord behind) && behind.Kind == UnitKind.Classifier;

    /// <summary>"Pasal 310 dan 311", "Pasal 3, 5, dan 7": numbers that share one label.</summary>
    private bool IsInLabels(int first, Sentence sentence)
    {
        int at = first - 1;
        for (int numbers = 0; numbers < MostLabels; numbers++)
        {
            if (at > sentence.First && document.Is(at, WordClass.And)) at--;
            if (at > sentence.First && document.IsMark(at, ',')) at--;
            if (at == first - 1 || at <= sentence.First || document.Tokens[at].Kind != TokenKind.Number) return false;
            if (IsLabel(at - 1, sentence)) return true;
            at--;
            first = at + 1;
        }

        return false;
    }

    /// <summary>"sub-7 nanometre": the hyphen belongs to a hedge.</summary>
    private bool IsPrefixed(int first, Sentence sentence) =>
        first - 2 >= sentence.First && document.IsMark(first - 1, '-') && document.TryHit(first - 2, LexKind.Hedge, out Hit hit, first) && hit.End == first;

    /// <summary>A sentence begins with a capital whatever the word; a body of the lists and an unknown word that looks like no verb are names: "Boeing 737", "Paslon 01".</summary>
    private bool IsMaker(int at, int end, Sentence sentence)
    {
        if (document.TryHit(at, LexKind.Body, out Hit body, at + 1) && body.End == at + 1) return true;
        if (document.Tokens[at] is not { Word: 0, IsAllCaps: false }) return false;
        ReadOnlySpan<char> word = document.WordAt(at);
        VerbForms forms = document.Language.VerbForms;
        return !forms.Is(VerbForm.Opener, word) && !(forms.Is(VerbForm.Participle, word) && !(end < sentence.End && document.Tokens[end].IsCapital));
    }

    private bool IsLabel(int at, Sentence sentence) => units.TryRead(at, sentence.End, out Hit unit, out UnitWord label) && label.Kind == UnitKind.Label && unit.Count == 1;

    /// <summary>"di level 6.812,35": digits with marks are no label.</summary>
    private bool IsLevel(int first, Sentence sentence) =>
        first - 2 >= sentence.First && counted.Has(FigureRole.Level, first - 2, first, out int length) && length == 2 && WrittenDigits.IsMarked(document.WordAt(first));

    /// <summary>A capital anywhere in the word: "iPhone".</summary>
    private bool IsNamelike(Token token)
    {
        if (token.IsCapital) return true;
        foreach (char c in document.Text.AsSpan(token.Start, token.Length))
        {
            if (char.IsUpper(c)) return true;
        }

        return false;
    }

    /// <summary>"Tiga Berlian", "Seven News": a number word in capitals inside a name; a sentence or title begins with one as well.</summary>
    private bool IsOrdinalPart(ReadNumber number, Sentence sentence)
    {
        if (document.PartOf(sentence) == PartKind.Title || number.End - number.First > 1 || number.End >= sentence.End || !document.Tokens[number.First].IsCapital) return false;
        Token next = document.Tokens[number.End];
        bool before = number.First > sentence.First && (document.Tokens[number.First - 1].Kind == TokenKind.Word || document.IsMark(number.First - 1, ')'));
        return before && next is { Kind: TokenKind.Word, IsCapital: true };
    }

    /// <summary>"4K", "8K": lines of a picture; nobody writes thousands so.</summary>
    private bool IsResolution(ReadNumber number, Sentence sentence)
    {
        int behind = number.First + 1;
        return document.Tokens[number.First] is { Kind: TokenKind.Number, Length: 1 } && behind < sentence.End && document.Tokens[behind].IsGlued && document.WordAt(behind) is "K";
    }

    /// <summary>"2018's best", "a 2017 study", "the 2019 Rich List": four bare digits of a year with no plural behind them.</summary>
    private bool IsYear(ReadNumber number, Sentence sentence)
    {
        if (number.Scaled || number.Range ? number.Low is not (>= 1500 and <= 2100) || number.High is not (>= 1500 and <= 2100) : number.Low is not (>= 1900 and <= 2100)) return false;
        if (document.Tokens[number.First].Length != 4) return false;
        if (number.Range) return true;
        if (number.End >= sentence.End) return true;
        Token next = document.Tokens[number.End];
        if (next.Kind != TokenKind.Word || (next.IsCapital && !IsIndonesian)) return true;
        if (IsIndonesian) return (IsDone(number.End) && !(number.First > sentence.First && document.Has(number.First - 1, LexKind.Hedge))) || document.Is(number.End, WordClass.Auxiliary | WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner | WordClass.Negation) || counted.Is(FigureRole.Added, number.End);
        for (int i = number.End; i < sentence.End && i - number.End < 4 && document.Tokens[i].Kind == TokenKind.Word && !document.Is(i, WordClass.Preposition | WordClass.Conjunction | WordClass.Predicate | WordClass.Auxiliary); i++)
        {
            ReadOnlySpan<char> word = document.WordAt(i);
            if ((word.Length > 3 && word[^1] == 's' && word[^2] != 's') || IsPeople(i)) return false;
        }

        return true;
    }

    /// <summary>"tahun 2024 ditetapkan tarif": what is done to something else. What became of people ("2024 tewas") is a count.</summary>
    private bool IsDone(int i) => counted.IsVerb(i) && !counted.Is(FigureRole.State, i);

    private bool IsPeople(int i) => document.TryHit(i, LexKind.People, out Hit hit) && document.Language.People[hit.Entry].Kind is "person" or "relation" or "group";

    /// <summary>"787 Dreamliner", "49 Zorro Ranch Road", "11 Pro": digits that belong to the name behind them, which no plural follows.</summary>
    private bool IsNamed(ReadNumber number, Sentence sentence)
    {
        if (document.PartOf(sentence) == PartKind.Title || number.Scaled || number.Range || WrittenDigits.IsMarked(document.WordAt(number.First))) return false;
        int end = number.End;
        if (IsIndonesian && (end + 1 >= sentence.End || document.Tokens[end] is not { Word: 0, IsCapital: true, IsAllCaps: false } || document.Tokens[end + 1] is not { Kind: TokenKind.Word, Word: 0, IsCapital: true })) return false;
        bool plural = false, known = false;
        while (end < sentence.End && end - number.End < StreetReach && document.Tokens[end] is { Kind: TokenKind.Word, IsCapital: true })
        {
            if (counted.Is(FigureRole.Street, end)) return true;
            ReadOnlySpan<char> word = document.WordAt(end);
            plural |= word.Length > 2 && word[^1] == 's';
            known |= document.TryHit(end, LexKind.Place, out _) || document.TryHit(end, LexKind.Body, out _) || document.TryHit(end, LexKind.People, out _) || document.TryHit(end, LexKind.Title, out _)
                || document.TryHit(end, LexKind.Unit, out _) || document.TryHit(end, LexKind.BodyWord, out _) || document.Tokens[end].IsAllCaps;
            end++;
        }

        return end > number.End && !plural && !known && !IsPlural(end, sentence);
    }

    /// <summary>"2408 x 1506": two sides of one thing.</summary>
    private bool IsSize(ReadNumber number, Sentence sentence)
    {
        int end = number.End;
        if (end + 1 < sentence.End && document.WordAt(end) is "x" or "×" && document.Tokens[end + 1].Kind == TokenKind.Number) return true;
        return number.First - 2 >= sentence.First && document.WordAt(number.First - 1) is "x" or "×" && document.Tokens[number.First - 2].Kind == TokenKind.Number;
    }

    private bool IsPlural(int at, Sentence sentence) =>
        at < sentence.End && document.Tokens[at] is { Kind: TokenKind.Word, Length: > 3 } && document.WordAt(at)[^1] == 's' && document.WordAt(at)[^2] != 's';
}
