using System.Globalization;
using System.Reflection;

namespace Sanad.Language;

/// <summary>A language file that cannot be read. Stops start-up: a wrong word list must not go unnoticed.</summary>
public sealed class LanguageFileException(string file, int line, string reason)
    : Exception($"languages/{file}({line}): {reason}");

/// <summary>
/// One row of a tab-separated file of <c>languages/</c>. Lines that are empty or begin with <c>#</c> are no rows.
/// </summary>
public readonly record struct LanguageRow(string File, int Line, string[] Fields)
{
    /// <summary>The field, trimmed; empty where the row is shorter or the field is "-".</summary>
    public string this[int index] => index < Fields.Length && Fields[index] != "-" ? Fields[index] : "";

    /// <summary>A field that lists several values parted by "|".</summary>
    public string[] List(int index) =>
        this[index].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="LanguageFileException">The field is empty.</exception>
    public string Required(int index, string name) =>
        this[index] is { Length: > 0 } value ? value : throw Error($"'{Fields[0]}' has no {name}");

    /// <summary>A field that names a value of an enumeration, whatever its case, words parted by "_".</summary>
    /// <param name="name">What the field is in words: "kind of part".</param>
    /// <exception cref="LanguageFileException">The field is empty, or names none.</exception>
    public T Kind<T>(int index, string name) where T : struct, Enum => (T)KindOf(typeof(T), Required(index, name), name);

    /// <summary>The same for a field that lists several, as their union.</summary>
    public T Kinds<T>(int index, string name) where T : struct, Enum
    {
        int all = 0;
        foreach (string value in List(index)) all |= Convert.ToInt32(KindOf(typeof(T), value, name), CultureInfo.InvariantCulture);
        return all == 0 ? throw Error($"'{Fields[0]}' has no {name}") : (T)Enum.ToObject(typeof(T), all);
    }

    /// <remarks>Not generic: what is, is compiled at start-up for each enumeration.</remarks>
    private object KindOf(Type enumeration, string value, string name) =>
        Enum.TryParse(enumeration, value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out object? kind) ? kind : throw Error($"'{value}' is no {name}");

    public LanguageFileException Error(string reason) => new(File, Line, reason);
}

/// <summary>Reads the files of <c>languages/</c> that are embedded in this assembly.</summary>
internal static class LanguageFile
{
    private static readonly Assembly Home = typeof(LanguageFile).Assembly;

    /// <summary>Codes of the languages there are, in alphabetical order.</summary>
    public static string[] Codes()
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string name in Home.GetManifestResourceNames())
        {
            string path = name.Replace('\\', '/');
            if (path.StartsWith("languages/", StringComparison.Ordinal) && path.EndsWith("/language.json", StringComparison.Ordinal))
                codes.Add(path.Split('/')[1]);
        }

        return [.. codes];
    }

    /// <summary>Rows of <c>languages/CODE/NAME</c>, or of <c>languages/NAME</c> for an empty code; none when there is no such file.</summary>
    /// <param name="trim">White space around fields goes.</param>
    public static IEnumerable<LanguageRow> Rows(string code, string name, bool trim = true)
    {
        using Stream? stream = Open(code, name);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line)) continue;
            string[] fields = line.Split('\t');
            for (int i = 0; trim && i < fields.Length; i++) fields[i] = fields[i].Trim();
            yield return new LanguageRow(code.Length == 0 ? name : $"{code}/{name}", number, fields);
        }
    }

    public static Stream? Open(string code, string name) =>
        code.Length == 0 ? Home.GetManifestResourceStream($"languages/{name}")
            : Home.GetManifestResourceStream($"languages/{code}/{name}") ?? Home.GetManifestResourceStream($"languages/{code}\\{name}");
}
