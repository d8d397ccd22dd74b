using System.Globalization;
using Sanad.Figures;
using Sanad.Language;

namespace Sanad.Ledger;

/// <summary>How a brief puts days, values, acts and its own fixed words in a language; from <c>brief.tsv</c> and <c>calendar.tsv</c>.</summary>
public sealed class BriefWords
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fixed = new(StringComparer.Ordinal);
    private readonly string[] _months = new string[13];
    private readonly NumberFormatInfo _numbers;

    /// <exception cref="LanguageFileException">The language has no words for a brief, or a row is wrong.</exception>
    public BriefWords(LanguagePack language)
    {
        Language = language.Code;
        foreach (LanguageRow row in LanguageFile.Rows(language.Code, "brief.tsv", trim: false))
        {
            string text = _texts[row.Fields[0]] = row.Fields.Length > 1 ? row.Fields[1] : throw row.Error($"'{row[0]}' has no text");
            if (row.Fields[0].StartsWith("line.", StringComparison.Ordinal)) Fix(text);
        }

        foreach (ListedWord word in language.Calendar)
        {
            if (word.Row[1] == "month" && int.TryParse(word.Row[2], NumberStyles.None, CultureInfo.InvariantCulture, out int month)) _months[month] ??= word.Form;
        }

        _numbers = new NumberFormatInfo { NumberGroupSeparator = language.GroupMark.ToString(), NumberDecimalSeparator = language.DecimalMark.ToString() };
    }

    /// <exception cref="KeyNotFoundException">The language has no such text.</exception>
    public string this[string key] => _texts.TryGetValue(key, out string? text) ? text : throw new KeyNotFoundException($"brief.tsv has no '{key}'");

    /// <summary>Code of the language that the brief is in.</summary>
    public string Language { get; }

    /// <summary>"9 articles", "1 outlet".</summary>
    /// <param name="what">Ending of the key: <c>articles</c>, <c>outlets</c> …</param>
    public string Count(string what, int count) => count == 1 ? this[$"count.{what}.one"] : this["count." + what].Replace("{count}", Number(count), StringComparison.Ordinal);

    /// <summary>Whether the templates of lines (<c>line.</c>) hold the word: it claims nothing by itself.</summary>
    public bool IsFixed(string word) => _fixed.Contains(word);

    /// <summary>"29 Oktober 2024".</summary>
    public string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {_months[day.Month]} {day.Year}");

    /// <summary>A speaker's name; of joint speakers ("Pentagon; NATO") as one says it: "Pentagon dan NATO".</summary>
    public string Names(string speaker) => speaker.Replace("; ", this["joint"], StringComparison.Ordinal);

    /// <param name="many">Whether several do it, where the language then has another form.</param>
    public string Act(Act act, bool many = false)
    {
        string key = "act." + act.ToString().ToLowerInvariant();
        return many && _texts.TryGetValue(key + ".many", out string? plural) ? plural : this[key];
    }

    public string Number(double value) => value.ToString(value == Math.Floor(value) ? "#,0" : "#,0.####", _numbers);

    /// <summary>The figure's value with hedge and unit: "sekitar 10.000", "US$ 94/barel".</summary>
    public string Value(double? low, double? high, Bound bound, string? unit)
    {
        string key = bound switch
        {
            Bound.About => "about", Bound.AtLeast => "at_least", Bound.AtMost => "at_most", Bound.MoreThan => "more_than", Bound.LessThan => "less_than",
            Bound.Between => "between", Bound.Vague => "vague", _ => "exact",
        };
        string text = this["bound." + key]
            .Replace("{value}", low is { } first ? Number(first) : high is { } last ? Number(last) : "", StringComparison.Ordinal)
            .Replace("{low}", low is { } bottom ? Number(bottom) : "", StringComparison.Ordinal)
            .Replace("{high}", high is { } top ? Number(top) : "", StringComparison.Ordinal);
        return unit is null ? text : text + " " + unit;
    }

    private void Fix(string template)
    {
        int hole = 0, start = -1;
        for (int i = 0; i <= template.Length; i++)
        {
            char c = i < template.Length ? template[i] : ' ';
            if (char.IsLetter(c) && hole == 0)
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) _fixed.Add(template[start..i]);
            start = -1;
            hole += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
    }
}
