using System.Globalization;
using System.Runtime.CompilerServices;
using Sanad.Language;

namespace Sanad.Time;

internal enum CalendarKind
{
    Month,
    Weekday,
    Offset,
    Next,
    Unit,
    Toward,
    Part,
    Daypart,
    Clock,
    Zone,
    To,
    About,
    Am,
    Pm,

    /// <summary>A quarter of a year: "third-quarter" is 3, "kuartal" 0 where the number follows.</summary>
    Quarter,

    /// <summary>A half of a year: "second half" is 2, "semester" 0 where the number follows.</summary>
    Half,

    /// <summary>Counts quarters and halves: "third", "III".</summary>
    Ordinal,

    /// <summary>Stands between the article and a quarter or year and says nothing of which: "fiscal".</summary>
    Fiscal,

    /// <summary>A stretch told of before, or the same a year earlier (-1): "the latest quarter", "a year ago".</summary>
    Same,

    /// <summary>The current year, month or week where a preposition leads to it: "for the year", "year-end".</summary>
    Current,

    /// <summary>Says that what is behind it lies ahead: "by February", "expected in".</summary>
    Ahead,

    /// <summary>Says that what is behind it lies in the past: "ended March 31".</summary>
    Ended,

    /// <summary>A day of each year, by month and day: "Natal" is 1225.</summary>
    Holiday,

    /// <summary>A month or day of the Hijri calendar, as 100 × month + day.</summary>
    Hijri,

    /// <summary>A weekday of a month: <see cref="NamedDays"/> tells its code.</summary>
    WeekdayOf,

    /// <summary>Days from Easter Sunday.</summary>
    Easter,

    /// <summary>A day of the Chinese calendar, as 100 × month + day.</summary>
    Lunar,

    /// <summary>The first new moon from a day on, as 100 × month + day, or the day behind it.</summary>
    NewMoon,

    /// <summary>The first full moon from a day on, as 100 × month + day.</summary>
    FullMoon,

    /// <summary>Leads to a decade: "era 1990-an".</summary>
    Decade,

    /// <summary>Before a weekday: the one before.</summary>
    Previous,

    /// <summary>A season of the year: 1 is spring.</summary>
    Season,

    /// <summary>A month of the Hijri calendar, as 100 × month, that counts only behind a day: "10 Zulhijah".</summary>
    HijriMonth,

    /// <summary>Years from the year told of: "the following year".</summary>
    NextYear,

    /// <summary>Behind a year it says that it is one of the Hijri calendar: "1447 H".</summary>
    HijriYear,

    /// <summary>The first number of a year in words: "nineteen" is 19.</summary>
    Hundreds,

    /// <summary>A year in words: "the year two thousand".</summary>
    YearName,

    /// <summary>The middle of a month in one word: "mid-October".</summary>
    MidMonth,

    /// <summary>One unit in a word: "sepekan".</summary>
    One,

    /// <summary>Behind a count of units, that they are counted from the day told of: "later" is 1, "sebelumnya" -1.</summary>
    Apart,

    /// <summary>Before a unit, that no day follows: "beberapa pekan mendatang".</summary>
    Vague,
}

/// <summary>A row of <c>calendar.tsv</c>, read. For units the number is 1 day, 2 week, 3 month, 4 year, 5 weekend, 6 quarter, 7 season of a sport.</summary>
internal readonly record struct CalendarWord(CalendarKind Kind, int Number);

/// <summary>The calendar words of a language, by row of the list.</summary>
internal static class CalendarWords
{
    /// <summary>Read once for each language that is loaded; goes with it.</summary>
    private static readonly ConditionalWeakTable<LanguagePack, CalendarWord[]> Compiled = [];

    /// <exception cref="LanguageFileException">A row has no known kind or value.</exception>
    public static CalendarWord[] Of(LanguagePack language) => Compiled.GetValue(language, static language =>
    {
        var words = new CalendarWord[language.Calendar.Count];
        for (int i = 0; i < words.Length; i++) words[i] = Read(language.Calendar[i].Row);
        return words;
    });

    private static CalendarWord Read(LanguageRow row)
    {
        var kind = row.Kind<CalendarKind>(1, "kind of calendar word");
        int number = row[2] switch
        {
            "" => 0,
            "day" => 1,
            "week" => 2,
            "month" => 3,
            "year" => 4,
            "weekend" => 5,
            "quarter" => 6,
            "season" => 7,
            string text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw row.Error($"'{text}' is no value"),
        };
        return new CalendarWord(kind, number);
    }
}
