using Parquet;
using Parquet.Schema;

namespace Sanad.App.Export.Tables;

/// <summary>Writes a table as Parquet, every column nullable, rows in groups of bounded size. Days are texts.</summary>
internal sealed class ParquetTable : IRowWriter
{
    /// <summary>Rows of a group, and UTF-16 code units of its texts, at most: what is held in memory at once.</summary>
    private const int MostRows = 10_000, MostCharacters = 2_000_000;

    private readonly Table _table;
    private readonly DataField[] _fields;
    private readonly ParquetWriter _writer;
    private readonly List<object?[]> _rows = [];
    private int _characters;

    public ParquetTable(Stream output, Table table)
    {
        _table = table;
        _fields = [.. table.Columns.Select(static column => column.Type switch
        {
            ColumnType.Integer => new DataField<long?>(column.Name),
            ColumnType.Number => new DataField<double?>(column.Name),
            ColumnType.Boolean => new DataField<bool?>(column.Name),
            _ => (DataField)new DataField<string>(column.Name),
        })];
        // Its footer tells where groups begin by where the stream stands, so that it needs one that knows.
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), output).GetAwaiter().GetResult();
        _writer.CustomMetadata = table.Columns.ToDictionary(static column => column.Name, static column => column.Description, StringComparer.Ordinal);
    }

    public void Write(object?[] row)
    {
        _rows.Add(row);
        foreach (object? cell in row) _characters += (cell as string)?.Length ?? 0;
        if (_rows.Count >= MostRows || _characters >= MostCharacters) Flush();
    }

    public void Dispose()
    {
        Flush();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Flush()
    {
        if (_rows.Count == 0) return;
        FlushAsync().GetAwaiter().GetResult();
        _rows.Clear();
        _characters = 0;
    }

    private async Task FlushAsync()
    {
        using ParquetRowGroupWriter group = _writer.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            switch (_table.Columns[i].Type)
            {
                case ColumnType.Integer: await group.WriteAsync<long>(_fields[i], Cells<long>(i)).ConfigureAwait(false); break;
                case ColumnType.Number: await group.WriteAsync<double>(_fields[i], Cells<double>(i)).ConfigureAwait(false); break;
                case ColumnType.Boolean: await group.WriteAsync<bool>(_fields[i], Cells<bool>(i)).ConfigureAwait(false); break;
                default: await group.WriteAsync(_fields[i], (string[])[.. _rows.Select(row => (string)row[i]!)]).ConfigureAwait(false); break;
            }
        }

        group.CompleteValidate();
    }

    private ReadOnlyMemory<T?> Cells<T>(int column) where T : struct
    {
        var cells = new T?[_rows.Count];
        for (int i = 0; i < cells.Length; i++) cells[i] = (T?)_rows[i][column];
        return cells;
    }
}
