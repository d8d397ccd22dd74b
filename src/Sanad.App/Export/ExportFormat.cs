namespace Sanad.App.Export;

/// <summary>That something cannot be exported so. The message says why, for its user.</summary>
internal sealed class ExportException(string reason) : Exception(reason);

/// <summary>What can be exported.</summary>
internal static class ExportFormat
{
    public static IReadOnlyList<string> Names { get; } = ["csv", "parquet", "jsonl", "jsonld", "annotations", "markdown", "html", "svg", "png", "ledger"];

    public static IReadOnlyList<string> Tables { get; } = [.. Export.Tables.LedgerTables.All.Select(static table => table.Name)];
}
