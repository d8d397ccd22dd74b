using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads years and their parts: "tahun 2024", "mid-1996", "the 1980s", "kuartal III 2025", "the third quarter", "a year earlier".</summary>
internal sealed class PeriodReader(Document document, CalendarTokens calendar)
{
    /// <summary>Years between two that stand together without a word that leads to them, at most.</summary>
    private const int LongestTerm = 40;

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>"third-quarter", "the fiscal first quarter of 1990", "kuartal III/2025", "semester I tahun ini", "the year-ago quarter".</summary>
    public TimeExpression? ReadPart()
    {
        int first = calendar.At;
        int? year = null, toward = null, number = null, same = null;
        if (calendar.Year(first) is { } written && !IsIndonesian) { year = written; calendar.At++; }
        else if (!IsIndonesian && calendar.Is(first, CalendarKind.Toward, out CalendarWord side, out int length) && calendar.IsUnit(first + length, 4, out int unit) && first + length + unit < calendar.Sentence.End && document.WordAt(first + length + unit) is "'s" or "’s")
        {
            toward = side.Number;
            calendar.At += length + unit + 1;
        }

        if (calendar.Take(CalendarKind.Same, out CalendarWord again)) same = again.Number;
        while (calendar.Take(CalendarKind.Fiscal, out _))
        {
        }

        // "first two quarters" is a half by its whole phrase.
        bool phrase = calendar.Is(calendar.At, CalendarKind.Half, out _, out int words) && words > 1;
        if (!phrase && calendar.Take(CalendarKind.Ordinal, out CalendarWord ordinal)) number = ordinal.Number;
        bool quarter = calendar.Take(CalendarKind.Quarter, out CalendarWord named), half = !quarter && calendar.Take(CalendarKind.Half, out named);
        if (quarter || half)
        {
            if (named.Number > 0) number = named.Number;
            else if (named.Number == 0 && number is null && IsIndonesian) number = OrdinalBehind();
            if (number is { } which && named.Number >= 0 && which >= 1 && which <= (quarter ? 4 : 2))
            {
                if (year is null && toward is null) (year, toward) = YearBehind();
                // "Q1" alone is a session of a race as often.
                if (IsIndonesian && year is null && toward is null && named.Number > 0 && document.WordAt(first) is "Q") return Back(first);
                int back = same ?? 0;
                return TimeExpression.Empty with { Quarter = quarter ? which : null, Half = half ? which : null, Year = year, Toward = toward, Same = same is null ? null : back };
            }

            if (year is not null && number is null) return TimeExpression.Empty with { Same = 0, Year = year };
        }

        if (same is { } before && number is null && (year is null || before == 0)) return TimeExpression.Empty with { Same = before, Year = year };
        calendar.At = first;
        return null;
    }

    private TimeExpression? Back(int first)
    {
        calendar.At = first;
        return null;
    }

    /// <summary>"III", "ketiga", "3".</summary>
    private int? OrdinalBehind()
    {
        if (calendar.IsMark(calendar.At, '-') && calendar.Glued(calendar.At)) calendar.At++;
        if (calendar.Take(CalendarKind.Ordinal, out CalendarWord word)) return word.Number;
        if (calendar.Number(calendar.At) is not (>= 1 and <= 4)) return null;
        return (int)calendar.Number(calendar.At++)!.Value;
    }

    /// <summary>"of 1990", "/2025", "tahun ini", "last year".</summary>
    private (int? Year, int? Toward) YearBehind()
    {
        int first = calendar.At, at = first;
        if (at < calendar.Sentence.End && (document.WordAt(at) is "of" or "in" or "pada" || calendar.IsMark(at, '/') || (calendar.IsMark(at, '-') && calendar.Glued(at)))) at++;
        if (calendar.IsUnit(at, 4, out int unit) && calendar.Year(at + unit) is not null) at += unit;
        if (calendar.Year(at) is { } year)
        {
            calendar.At = at + 1;
            return (year, null);
        }

        if (calendar.IsUnit(at, 4, out unit) && calendar.Is(at + unit, CalendarKind.Toward, out CalendarWord side, out int length) || (calendar.Is(at, CalendarKind.Toward, out side, out length) && calendar.IsUnit(at + length, 4, out unit)))
        {
            calendar.At = at + unit + length;
            return (null, side.Number);
        }

        calendar.At = first;
        return (null, null);
    }

    /// <summary>"tahun 2024", "sejak 2023", "mid-1996", "the 1987 crash", "nineteen ninety-seven": a year behind a word that leads to one.</summary>
    public TimeExpression? ReadYear()
    {
        int first = calendar.At;
        if (calendar.YearInWords(first, out int spoken, out int words))
        {
            calendar.At += words;
            return TimeExpression.Empty with { Year = spoken };
        }

        bool led = false;

        // "Perpres Nomor 79 Tahun 2025": the name of a law.
        if (IsIndonesian && calendar.IsUnit(first, 4, out int length) && first > calendar.Sentence.First && document.Tokens[first - 1] is { Kind: TokenKind.Number, IsGlued: false }) return null;
        if (calendar.IsUnit(first, 4, out length) && calendar.Year(first + length) is not null) { calendar.At += length; led = true; }
        int? part = null;
        if (!led && calendar.Is(first, CalendarKind.Part, out CalendarWord word, out length))
        {
            int at = first + length;
            if (calendar.IsMark(at, '-') && calendar.Glued(at)) at++;
            if (calendar.IsUnit(at, 4, out int unit)) at += unit;
            if (calendar.Year(at) is not null) { part = word.Number; calendar.At = at; led = true; }
        }

        if (!led && calendar.Is(first, CalendarKind.Decade, out _, out length) && calendar.Year(first + length) is not null) { calendar.At += length; led = true; }
        if (!led && calendar.Is(first, CalendarKind.Fiscal, out _, out length) && calendar.Year(first + length) is not null) { calendar.At += length; led = true; }
        led = led || IsLed(first) || IsSpan(first) || (calendar.Year(first) is { } season && calendar.IsMark(first + 1, '/') && calendar.Glued(first + 1) && calendar.Year(first + 2) == season + 1);
        if (!led || calendar.Year(calendar.At) is not { } year)
        {
            calendar.At = first;
            return null;
        }

        calendar.At++;
        if (IsDecade()) return TimeExpression.Empty with { Year = year, IsDecade = true, Part = part };
        if (TryLast(year, out int last)) return TimeExpression.Empty with { Year = year, LastYear = last };
        if (calendar.IsMark(calendar.At, '-') && calendar.Glued(calendar.At))
        {
            calendar.At = first;
            return null;
        }

        return TimeExpression.Empty with { Year = year, Part = part };
    }

    /// <summary>"periode 2017-2021", "Direktur Utama 2016-2019,": two years that nothing counted follows.</summary>
    private bool IsSpan(int first)
    {
        if (calendar.Year(first) is not { } year || !(calendar.IsMark(first + 1, '-') || calendar.IsMark(first + 1, '–')) || !calendar.Glued(first + 1) || !calendar.Glued(first + 2)) return false;
        if (calendar.Year(first + 2) is not { } until || until <= year || until - year > LongestTerm) return false;
        int after = first + 3;
        return after >= calendar.Sentence.End || document.Tokens[after].Kind is TokenKind.Punctuation or TokenKind.Quote && !document.Tokens[after].IsGlued || calendar.IsMark(after, ',') || calendar.IsMark(after, '.') || calendar.IsMark(after, ')')
            || document.Is(after, WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Determiner);
    }

    /// <summary>"1980s", "1980-an"; moves behind it.</summary>
    private bool IsDecade()
    {
        int at = calendar.At;
        if (calendar.Glued(at) && document.WordAt(at) is "s") calendar.At++;
        else if (calendar.IsMark(at, '-') && calendar.Glued(at) && calendar.Glued(at + 1) && document.WordAt(at + 1) is "an") calendar.At += 2;
        else return false;
        return true;
    }

    /// <summary>"2015-2019", the season "2025/2026"; moves behind it.</summary>
    private bool TryLast(int year, out int last)
    {
        last = 0;
        int at = calendar.At;
        if (!(calendar.IsMark(at, '-') || calendar.IsMark(at, '–') || (calendar.IsMark(at, '/') && calendar.Year(at + 1) == year + 1)) || calendar.Year(at + 1) is not { } until || until <= year || until - year > 100) return false;
        last = until;
        calendar.At = at + 2;
        return true;
    }

    /// <summary>A preposition or bracket before it; in English also an article, a possessive or a demonstrative ("its 1988 results", "the 1987 crash").</summary>
    private bool IsLed(int first)
    {
        if (first == calendar.Sentence.First) return false;
        if (document.Is(first - 1, WordClass.Preposition | WordClass.Conjunction) || calendar.IsMark(first - 1, '(')) return !IsCounted(first + 1);
        if (IsIndonesian || calendar.Year(first) is null || !(document.Is(first - 1, WordClass.Determiner) || document.WordAt(first - 1) is "'s" or "’s")) return false;
        return !IsCounted(first + 1);
    }

    /// <summary>People, units or scales behind it: "2000 people".</summary>
    private bool IsCounted(int at) =>
        at < calendar.Sentence.End && document.Tokens[at].Kind == TokenKind.Word && !IsIndonesian && ((document.TryHit(at, LexKind.People, out Hit people) && document.Language.People[people.Entry].Kind is "person" or "relation" or "group") || document.TryHit(at, LexKind.Scale, out _) || document.WordAt(at) is "people");
}
