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
}

/// <summary>A row of <c>calendar.tsv</c>, read. For units the number is 1 day, 2 week, 3 month, 4 year, 5 weekend.</summary>
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
        if (!Enum.TryParse(row.Required(1, "kind"), ignoreCase: true, out CalendarKind kind)) throw row.Error($"'{row[1]}' is no kind of calendar word");
        int number = row[2] switch
        {
            "" => 0,
            "day" => 1,
            "week" => 2,
            "month" => 3,
            "year" => 4,
            "weekend" => 5,
            string text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw row.Error($"'{text}' is no value"),
        };
        return new CalendarWord(kind, number);
    }
}
