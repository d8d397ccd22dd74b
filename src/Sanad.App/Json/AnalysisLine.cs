using System.Buffers;
using System.Text.Json;

namespace Sanad.App.Json;

/// <summary>An analysis as one line of JSON, in a buffer that can serve the next one.</summary>
internal sealed class AnalysisLine
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 14);
    private readonly Utf8JsonWriter _json;

    public AnalysisLine() => _json = new Utf8JsonWriter(_buffer, JsonFields.Options);

    /// <summary>UTF-8 with the line's end.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.WrittenSpan;

    /// <summary>This line, holding the analysis instead of what it held.</summary>
    public AnalysisLine With(Analysis analysis)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        AnalysisJson.Write(_json, analysis);
        _json.Flush();
        _buffer.Write("\n"u8);
        return this;
    }
}
