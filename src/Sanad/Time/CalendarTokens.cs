using System.Globalization;
using Sanad.Language;

namespace Sanad.Time;

/// <summary>Looks at the tokens of one sentence with the calendar's words: which is a month, a year, a unit.</summary>
internal sealed class CalendarTokens(Document document)
{
    private readonly CalendarWord[] _words = CalendarWords.Of(document.Language);

    /// <summary>The sentence looked at; nothing outside it is seen.</summary>
    public Sentence Sentence { get; set; }

    /// <summary>The token that is read next. A reader that finds nothing leaves it where it was.</summary>
    public int At { get; set; }

    /// <summary>Moves behind a word of the kind; false where none stands next.</summary>
    public bool Take(CalendarKind kind, out CalendarWord word)
    {
        if (!Is(At, kind, out word, out int length)) return false;
        At += length;
        return true;
    }

    public bool IsUnit(int at, int unit, out int length) => Is(at, CalendarKind.Unit, out CalendarWord word, out length) && word.Number == unit;

    /// <summary>A count in digits or words before a unit: "dua", "3", "a".</summary>
    public bool Amount(int at, out int amount, out int length)
    {
        length = 1;
        amount = 0;
        if (at >= Sentence.End) return false;
        if (document.Language.Code != "id" && document.WordAt(at) is "a" or "an" or "A" or "An") { amount = 1; return true; }
        if (Number(at) is { } digits and < 200) { amount = (int)digits; return true; }
        if (!document.TryHit(at, LexKind.Number, out Hit hit, Sentence.End)) return false;
        length = hit.Count;
        return int.TryParse(document.Language.Numbers[hit.Entry].Row[1], NumberStyles.None, CultureInfo.InvariantCulture, out amount);
    }

    public int? Year(int at)
    {
        if (at >= Sentence.End || document.Tokens[at].Kind != TokenKind.Number || document.Tokens[at].Length != 4) return null;
        return Number(at) is { } year and >= 1900 and <= 2100 ? (int)year : null;
    }

    /// <summary>"nineteen ninety-seven", "the year two thousand".</summary>
    public bool YearInWords(int at, out int year, out int length)
    {
        year = 0;
        if (Is(at, CalendarKind.YearName, out CalendarWord name, out length))
        {
            year = name.Number;
            return true;
        }

        if (!Is(at, CalendarKind.Hundreds, out CalendarWord hundreds, out length) || at + length >= Sentence.End || document.Tokens[at + length].Kind != TokenKind.Word) return false;
        if (!Amount(at + length, out int years, out int more) || years is < 10 or > 99) return false;
        year = (100 * hundreds.Number) + years;
        length += more;
        return true;
    }

    public long? Number(int at) =>
        at < Sentence.End && document.Tokens[at].Kind == TokenKind.Number && document.Tokens[at].Length <= 9
        && long.TryParse(document.WordAt(at), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>A month's name; a short form may end in a stop.</summary>
    public bool IsMonth(int at, out int month, out int length)
    {
        month = 0;
        if (!Is(at, CalendarKind.Month, out CalendarWord word, out length) || !document.Tokens[at].IsCapital) return false;
        month = word.Number;
        if (document.Tokens[at].Length <= 4 && IsMark(at + length, '.') && Glued(at + length) && at + length + 1 < Sentence.End) length++;
        return true;
    }

    public bool IsMonthName(ReadOnlySpan<char> word, out int month)
    {
        month = 0;
        if (document.Language.Lexicon.Word(word) is var id and not 0 && document.Language.TryWord(id, LexKind.Calendar, out int row) && _words[row].Kind == CalendarKind.Month) month = _words[row].Number;
        return month > 0;
    }

    /// <summary>The kinds of phrases that begin at the token, one bit a <see cref="CalendarKind"/>.</summary>
    public ulong KindsAt(int at)
    {
        ulong kinds = 0;
        foreach (Hit hit in document.HitsAt(at, LexKind.Calendar))
        {
            if (hit.Kind == LexKind.Calendar) kinds |= 1UL << (int)_words[hit.Entry].Kind;
        }

        return kinds;
    }

    public bool Is(int at, CalendarKind kind, out CalendarWord word, out int length)
    {
        word = default;
        length = 0;
        if (at >= Sentence.End) return false;
        foreach (Hit hit in document.HitsAt(at, LexKind.Calendar))
        {
            if (hit.Kind != LexKind.Calendar || hit.End > Sentence.End || _words[hit.Entry].Kind != kind || hit.Count < length) continue;
            word = _words[hit.Entry];
            length = hit.Count;
        }

        return length > 0;
    }

    public bool IsMark(int at, char mark) => at >= Sentence.First && at < Sentence.End && document.IsMark(at, mark);

    public bool Glued(int at) => at < Sentence.End && document.Tokens[at].IsGlued;
}
