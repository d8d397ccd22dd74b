using System.Globalization;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Time;

namespace Sanad.App.Server.Interface;

/// <summary>How pages speak to a reader of one language: the words of <c>languages/CODE/interface.tsv</c>, and its forms of numbers and days.</summary>
public sealed class InterfaceLanguage
{
    private readonly KeyedTexts _texts;
    private readonly BriefWords _forms;

    /// <exception cref="LanguageFileException">Its words are wrong.</exception>
    public InterfaceLanguage(LanguagePack pack)
    {
        Pack = pack;
        _texts = KeyedTexts.Load(pack.Code, "interface.tsv");
        _forms = new BriefWords(pack);
    }

    public LanguagePack Pack { get; }

    public string Code => Pack.Code;

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <exception cref="KeyNotFoundException">The language has no such words.</exception>
    public string this[string key] => _texts[key];

    /// <summary>The words for a name that the library gives, or the name itself where there are none.</summary>
    public string Or(string key, string name) => _texts.Find(key) ?? name;

    /// <summary>The words with values in place of <c>{name}</c>.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string text = _texts[key];
        foreach ((string name, string value) in values) text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>"14 outlets": the words under <c>key.one</c> or <c>key.other</c>, with the number in them.</summary>
    public string Count(string key, long n) => Fill(n == 1 ? key + ".one" : key + ".other", ("n", _forms.Number(n)));

    public string Number(double value) => _forms.Number(value);

    /// <summary>"65%": a share of one, as the language writes it.</summary>
    public string Share(double share) => Fill("share", ("n", _forms.Number(Math.Round(100 * share))));

    public string Act(Act act) => _forms.Act(act);

    /// <summary>The act as rows of the ledger name it; a name that is none, as it is.</summary>
    public string Act(string? name) => Enum.TryParse(name, ignoreCase: true, out Act act) ? Act(act) : name ?? "";

    /// <summary>A speaker's name; joint speakers as one says it.</summary>
    public string Names(string? speaker) => speaker is null ? _texts["nobody"] : _forms.Names(speaker);

    /// <summary>A figure's value with its hedge.</summary>
    public string Value(double? low, double? high, Bound bound, string? unit = null) => _forms.Value(low, high, bound, unit);

    public string Day(DateOnly day) => _forms.Day(day);

    /// <summary>An ISO day in words; anything else as it is.</summary>
    public string Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? Day(day) : iso ?? _texts["undated"];

    /// <summary>A stretch of days from its first to its last; one day as itself.</summary>
    public string Days(DateOnly first, DateOnly last) => first == last ? Day(first) : Fill("days", ("first", Day(first)), ("last", Day(last)));

    public string When(CalendarValue? value) => value is not { } time ? _texts["undated"]
        : time.Clock is { } clock ? $"{Day(time.First)} {clock.ToString("HH:mm", CultureInfo.InvariantCulture)}" : Days(time.First, time.Last);

    /// <summary>"11 Mar": the day under a chart. Both languages shorten months to three letters.</summary>
    public string ShortDay(DateOnly day)
    {
        string month = Day(day).Split(' ')[1];
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month[..Math.Min(3, month.Length)]}");
    }
}
