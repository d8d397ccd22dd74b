using System.Text.Json;
using Sanad.App.Json;

namespace Sanad.App.Export.Tables;

/// <summary>Writes rows as JSON lines: an object a row, its table first, what is missing left out.</summary>
internal sealed class JsonTable(Stream output, Table table) : IRowWriter
{
    private readonly Utf8JsonWriter _json = new(output, JsonFields.Options);

    public void Write(object?[] row)
    {
        _json.WriteStartObject();
        _json.WriteString("table", table.Name);
        for (int i = 0; i < row.Length; i++)
        {
            string name = table.Columns[i].Name;
            switch (row[i])
            {
                case string text: _json.WriteString(name, text); break;
                case bool truth: _json.WriteBoolean(name, truth); break;
                case long number: _json.WriteNumber(name, number); break;
                case double number: _json.WriteNumber(name, number); break;
            }
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();
}
