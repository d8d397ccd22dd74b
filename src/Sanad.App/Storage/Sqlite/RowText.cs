using System.Globalization;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>How values stand in rows.</summary>
internal static class RowText
{
    /// <summary>ISO, so that days sort as they follow.</summary>
    public static string? OfDay(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>ISO in UTC with all digits, so that times sort as they follow.</summary>
    public static string? OfTime(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary><c>start,end;start,end</c>.</summary>
    public static string OfSpans(IEnumerable<TextSpan> spans) =>
        string.Join(';', spans.Select(static span => string.Create(CultureInfo.InvariantCulture, $"{span.Start},{span.End}")));

    public static IReadOnlyList<TextSpan> ToSpans(string? spans)
    {
        var list = new List<TextSpan>();
        foreach (string span in (spans ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            int comma = span.IndexOf(',');
            list.Add(new TextSpan(int.Parse(span.AsSpan(0, comma), CultureInfo.InvariantCulture), int.Parse(span.AsSpan(comma + 1), CultureInfo.InvariantCulture)));
        }

        return list;
    }
}
