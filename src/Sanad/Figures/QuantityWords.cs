using System.Globalization;
using System.Runtime.CompilerServices;
using Sanad.Language;

namespace Sanad.Figures;

internal enum ScaleKind
{
    Times,
    Teen,
    Vague,

    /// <summary>Multiplies only behind a currency: "Rp 2 M".</summary>
    Money,

    /// <summary>Multiplies behind a currency or glued to the digits: "4.3M".</summary>
    Glued,

    /// <summary>A minus in words.</summary>
    Sign,
}

internal enum UnitKind
{
    Currency,
    Percent,
    Measure,
    Duration,
    Classifier,
    Rate,

    /// <summary>Names a thing by the number behind it: "nomor 3", "Pasal 5".</summary>
    Label,

    /// <summary>Letters that stand for a currency's sign, only glued to an amount: "PS2.7m".</summary>
    Sign,

    /// <summary>Stands before the number that it measures: "magnitudo 5,6".</summary>
    Leading,

    /// <summary>Behind an amount of money it says whose it is: "$75 U.S.".</summary>
    Owner,
}

internal enum HedgePlace
{
    Before,
    After,
    Both,
}

internal enum FigureRole
{
    Part,
    Among,
    From,
    Place,
    State,
    Not,

    /// <summary>Introduces all parts of the figure before it: "terdiri atas".</summary>
    Whole,

    /// <summary>Before a figure it says what is counted, as the row's third column words it: "menewaskan".</summary>
    Cause,

    /// <summary>Says that a value moved, so that "from 10 to 12" behind it is no range: "rose".</summary>
    Change,

    /// <summary>Leads to the size of a change: "rose by 40".</summary>
    By,

    /// <summary>Leads to a value that needs no counted thing, where the digits carry marks: "closed at 1,334.20".</summary>
    Level,

    /// <summary>Names a number and not what is counted: "jumlah", "senilai".</summary>
    Value,

    /// <summary>Leads to the size of the thing before it, not to what is measured out: "seluas", "berbobot".</summary>
    Dimension,

    /// <summary>A predicate that a number completes and that does not look like a verb: "tersisa", "tembus".</summary>
    Verb,

    /// <summary>Words that belong to a noun phrase though one of them alone does not: "lalu lintas".</summary>
    Noun,

    /// <summary>Behind what is counted it leads to words that narrow it down: "untuk", "asal".</summary>
    Modifier,

    /// <summary>Between an older value and its successor, or a change and its result: "from 12 to 30", "bertambah 12 menjadi 268".</summary>
    Becomes,

    /// <summary>Beside a number that comes on top of what was counted before: "two more bodies".</summary>
    Added,

    /// <summary>Leads to the last part of a whole: "the other", "sisanya".</summary>
    Rest,

    /// <summary>Stands where a subject would and names nothing: "there", "it".</summary>
    Empty,

    /// <summary>Between two wordings of one amount: "24.000 bolivianos atau US$ 3.500".</summary>
    Or,

    /// <summary>Stands in the names of streets, so that the number before them is a house's.</summary>
    Street,

    /// <summary>Right before a number it makes this the size of a change: "bertambah 5".</summary>
    Growth,

    /// <summary>A determiner before its noun, so that it does not end the phrase before it: "setiap".</summary>
    Each,

    /// <summary>A kind of place, which may stand in small letters between "di" and the name: "wilayah".</summary>
    Area,

    /// <summary>Between two numbers that are set against each other: "9 berbanding 52".</summary>
    Versus,

    /// <summary>Dead bodies, which are found on one occasion and then on another: "jenazah".</summary>
    Bodies,

    /// <summary>Says that something was found: "ditemukan".</summary>
    Found,

    /// <summary>Says that all are counted up to now: "total", "sejauh ini".</summary>
    SoFar,

    /// <summary>Between two numbers it makes them a share: "one in five", "2 out of 3".</summary>
    OutOf,

    /// <summary>Leads to a number that its subject keeps: "stayed at 151".</summary>
    Stays,

    /// <summary>A verb that gives its object a number: "put the dead at 34".</summary>
    Rating,

    /// <summary>A noun that a length belongs to, wherever in its clause it stands: "jarak", "distance".</summary>
    Extent,

    /// <summary>Points back at the figures of the sentence before: "data itu", "that figure".</summary>
    Pointer,

    /// <summary>Sets what is counted off from those counted before: "lainnya", "other".</summary>
    Other,

    /// <summary>Beside a number it says that somebody or something carries what is counted: "mengangkut", "on board".</summary>
    Load,

    /// <summary>Says of the number before it that it counts errors and nobody anew: "dua jenazah tercatat dua kali", "two bodies had been counted twice".</summary>
    Recounted,
}

/// <param name="IsFraction">A part of something, which does not add up with other words: "two-thirds".</param>
internal readonly record struct NumberWord(double Value, bool IsFraction);

internal readonly record struct ScaleWord(double Factor, ScaleKind Kind, double? High);

internal readonly record struct UnitWord(UnitKind Kind, string? Name);

internal readonly record struct HedgeWord(Bound Bound, HedgePlace Place);

/// <summary>The lists of number words, scales, hedges and units of a language, read.</summary>
internal sealed class QuantityWords
{
    private static readonly ConditionalWeakTable<LanguagePack, QuantityWords> Compiled = [];

    private QuantityWords(LanguagePack language)
    {
        Numbers = Array(language.Numbers, static row => new NumberWord(Value(row, 1), row[2] == "fraction"));
        Scales = Array(language.Scales, static row => new ScaleWord(Value(row, 1), row.Kind<ScaleKind>(2, "kind of scale"), row[3].Length > 0 ? Value(row, 3) : null));
        Units = Array(language.Units, static row => new UnitWord(row.Kind<UnitKind>(1, "kind of unit"), row[2].Length > 0 ? row[2] : null));
        Hedges = Array(language.Hedges, static row => new HedgeWord(row.Kind<Bound>(1, "bound"), row.Kind<HedgePlace>(2, "place of a hedge")));
        Roles = Array(language.FigureWords, static row => row.Kind<FigureRole>(1, "role"));
    }

    public NumberWord[] Numbers { get; }

    public ScaleWord[] Scales { get; }

    public UnitWord[] Units { get; }

    public HedgeWord[] Hedges { get; }

    public FigureRole[] Roles { get; }

    /// <exception cref="LanguageFileException">A row has no known kind or value.</exception>
    public static QuantityWords Of(LanguagePack language) => Compiled.GetValue(language, static language => new QuantityWords(language));

    private static T[] Array<T>(IReadOnlyList<ListedWord> list, Func<LanguageRow, T> read)
    {
        var values = new T[list.Count];
        for (int i = 0; i < values.Length; i++) values[i] = read(list[i].Row);
        return values;
    }

    /// <summary>A number, or two with a stroke between them: "2/3".</summary>
    private static double Value(LanguageRow row, int field)
    {
        string text = row.Required(field, "value");
        int stroke = text.IndexOf('/', StringComparison.Ordinal);
        if (double.TryParse(stroke < 0 ? text : text.AsSpan(0, stroke), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.TryParse(stroke < 0 ? "1" : text.AsSpan(stroke + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double parts) && parts > 0) return value / parts;
        throw row.Error($"'{row[field]}' is no number");
    }
}
