using System.Globalization;
using System.Runtime.CompilerServices;
using Sanad.Language;

namespace Sanad.Figures;

internal enum ScaleKind
{
    Times,
    Teen,
    Vague,
    Money,
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
}

internal readonly record struct ScaleWord(double Factor, ScaleKind Kind, double? High);

internal readonly record struct UnitWord(UnitKind Kind, string? Name);

internal readonly record struct HedgeWord(Bound Bound, HedgePlace Place);

/// <summary>The lists of number words, scales, hedges and units of a language, read.</summary>
internal sealed class QuantityWords
{
    private static readonly ConditionalWeakTable<LanguagePack, QuantityWords> Compiled = [];

    private QuantityWords(LanguagePack language)
    {
        Numbers = Array(language.Numbers, static row => Value(row, 1));
        Scales = Array(language.Scales, static row => new ScaleWord(Value(row, 1), Kind<ScaleKind>(row, 2), row[3].Length > 0 ? Value(row, 3) : null));
        Units = Array(language.Units, static row => new UnitWord(Kind<UnitKind>(row, 1), row[2].Length > 0 ? row[2] : null));
        Hedges = Array(language.Hedges, static row => new HedgeWord(Kind<Bound>(row, 1), Kind<HedgePlace>(row, 2)));
        Roles = Array(language.FigureWords, static row => Kind<FigureRole>(row, 1));
    }

    public double[] Numbers { get; }

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

    private static double Value(LanguageRow row, int field) =>
        double.TryParse(row.Required(field, "value"), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw row.Error($"'{row[field]}' is no number");

    private static T Kind<T>(LanguageRow row, int field) where T : struct, Enum =>
        Enum.TryParse(row.Required(field, "kind").Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out T kind) ? kind : throw row.Error($"'{row[field]}' is no {typeof(T).Name}");
}
