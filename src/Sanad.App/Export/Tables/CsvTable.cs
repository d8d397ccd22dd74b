using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sanad.App.Export.Tables;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8): a row of names, cells quoted where they need it. A spreadsheet takes a cell for a formula that begins with one of
/// <c>= + - @</c>, a tab or a line's end, and an article's words may be made to begin so. Such a text gets an apostrophe put before it, and one that has
/// apostrophes before such a sign one more; whoever wants the exact words takes one apostrophe away from texts that match <see cref="Escaped"/>. Numbers stay as they are.
/// </summary>
internal sealed class CsvTable : IRowWriter
{
    /// <summary>What texts look like that got an apostrophe, as a regular expression for the readers of a table.</summary>
    public const string Escaped = @"^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]";

    /// <summary>Signs that begin a formula; spreadsheets take their full-width forms too.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\"\r\n\t");

    private readonly StreamWriter _writer;

    public CsvTable(Stream output, Table table)
    {
        _writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        _writer.WriteLine(string.Join(',', table.Columns.Select(static column => column.Name)));
    }

    public void Write(object?[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (i > 0) _writer.Write(',');
            switch (row[i])
            {
                case null: break;
                case string text: Write(text); break;
                case bool truth: _writer.Write(truth ? "true" : "false"); break;
                case IFormattable number: _writer.Write(number.ToString(null, CultureInfo.InvariantCulture)); break;
                default: throw new ArgumentException($"no column holds a {row[i]!.GetType().Name}", nameof(row));
            }
        }

        _writer.WriteLine();
    }

    public void Dispose() => _writer.Dispose();

    private void Write(string text)
    {
        ReadOnlySpan<char> behind = text.AsSpan().TrimStart('\'');
        bool isFormula = behind.Length > 0 && Formula.Contains(behind[0]);
        // An empty text and a missing one are told apart by the quotation marks.
        bool quoted = isFormula || text.Length == 0 || text.AsSpan().ContainsAny(NeedsQuotes) || text[0] is ' ' or '\'' || text[^1] == ' ';
        if (quoted) _writer.Write('"');
        if (isFormula) _writer.Write('\'');
        _writer.Write(quoted ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
        if (quoted) _writer.Write('"');
    }
}
