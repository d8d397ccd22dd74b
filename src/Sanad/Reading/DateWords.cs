using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Sanad.Language;

namespace Sanad.Reading;

internal enum DateWordKind
{
    None,
    Month,
    Weekday,
    Zone,
    Clock,
    Am,
    Pm,
}

/// <summary>A word that dates of publication are printed with.</summary>
/// <param name="Number">Month from 1, weekday from 1 (Monday); of a zone the offset from UTC in minutes, null where it is not one.</param>
/// <param name="DayFirst">Of a zone: dates of three numbers have the day first there.</param>
internal readonly record struct DateWord(DateWordKind Kind, int? Number, bool DayFirst = false);

/// <summary>The words of dates of all languages together: which language a feed or a page prints its dates in is often not the one it is written in.</summary>
internal sealed class DateWords
{
    /// <summary>Read once for each set of languages that is loaded; goes with it.</summary>
    private static readonly ConditionalWeakTable<LanguageSet, DateWords> Compiled = [];

    private readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> _words;

    private DateWords(LanguageSet languages)
    {
        var words = new Dictionary<string, DateWord>(StringComparer.OrdinalIgnoreCase);
        foreach (LanguageRow row in LanguageFile.Rows("", "zones.tsv")) words[row[0]] = Zone(row);
        foreach (LanguagePack language in languages.All)
        {
            foreach (ListedWord word in language.Calendar)
            {
                if (Kind(word.Row[1]) is not (var kind and not DateWordKind.None)) continue;
                int? number = int.TryParse(word.Row[2], NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
                Add(words, word.Form, new DateWord(kind, number));
            }
        }

        foreach (LanguageRow row in LanguageFile.Rows("", "datewords.tsv"))
        {
            if (Kind(row[1]) is not (var kind and not DateWordKind.None) || !int.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out int number)) throw row.Error("is no word of dates");
            Add(words, row[0], new DateWord(kind, number));
        }

        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A form that means two months in two languages tells none.</summary>
    private static void Add(Dictionary<string, DateWord> words, string form, DateWord word)
    {
        if (!words.TryAdd(form, word) && words[form].Kind is DateWordKind.Month && words[form] != word) words[form] = default;
    }

    public static DateWords Of(LanguageSet languages) => Compiled.GetValue(languages, static languages => new DateWords(languages));

    /// <summary>A word of kind <see cref="DateWordKind.None"/> for what is no word of dates.</summary>
    public DateWord this[ReadOnlySpan<char> form] => _words.TryGetValue(form, out DateWord word) ? word : default;

    private static DateWordKind Kind(string name) => name switch
    {
        "month" => DateWordKind.Month,
        "weekday" => DateWordKind.Weekday,
        "clock" => DateWordKind.Clock,
        "zone" => DateWordKind.Zone,
        "am" => DateWordKind.Am,
        "pm" => DateWordKind.Pm,
        _ => DateWordKind.None,
    };

    private static DateWord Zone(LanguageRow row)
    {
        if (row[2] is not ("" or "day")) throw row.Error($"'{row[2]}' is no order of dates");
        int? minutes = null;
        if (row[1] is { Length: > 0 } offset)
        {
            if (offset[0] is not ('+' or '-') || !TimeSpan.TryParseExact(offset.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out TimeSpan span)) throw row.Error($"'{offset}' is no offset");
            minutes = (int)span.TotalMinutes * (offset[0] == '-' ? -1 : 1);
        }

        return new DateWord(DateWordKind.Zone, minutes, row[2] == "day");
    }
}
