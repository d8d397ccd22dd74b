namespace Sanad.App.Export.Tables;

/// <summary>What the cells of a column hold; each may be missing.</summary>
internal enum ColumnType
{
    Text,

    /// <summary>An ISO day, as text.</summary>
    Day,
    Integer,
    Number,
    Boolean,
}

/// <param name="Description">What a cell says, its unit, and what its absence means.</param>
internal sealed record Column(string Name, ColumnType Type, string Description);

/// <summary>A table of an export. Its columns only ever grow at the end.</summary>
/// <param name="Key">Columns whose cells together tell a row from all others.</param>
internal sealed record Table(string Name, string Title, IReadOnlyList<string> Key, IReadOnlyList<Column> Columns);

/// <summary>Takes the rows of a table, cell by cell in the order of its columns: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or null.</summary>
internal interface IRowWriter : IDisposable
{
    void Write(object?[] row);
}
