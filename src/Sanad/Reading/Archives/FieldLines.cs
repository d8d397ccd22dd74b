using System.Text;

namespace Sanad.Reading.Archives;

/// <summary>
/// Named fields as the heads of WARC records and of HTTP answers have them: <c>Name: value</c> a line, lines that begin with a blank going on
/// with the one before, an empty line at the end. Lines may end in CRLF or in LF alone.
/// </summary>
internal sealed class FieldLines
{
    /// <summary>Far more than any record or answer has.</summary>
    private const int MostFields = 1000;

    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>The value of the first field of that name, regardless of case; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string there, string value) in _fields)
            {
                if (there.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
            }

            return null;
        }
    }

    /// <summary>The values of all fields of that name, joined by commas as HTTP has it.</summary>
    public string? Joined(string name)
    {
        string? joined = null;
        foreach ((string there, string value) in _fields)
        {
            if (there.Equals(name, StringComparison.OrdinalIgnoreCase)) joined = joined is null ? value : $"{joined}, {value}";
        }

        return joined;
    }

    /// <param name="strict">Whether a line that is no field makes all of it none; else it is passed over, as browsers do.</param>
    /// <param name="length">Bytes up to behind the empty line, or to the end of the bytes where there is no such line.</param>
    /// <param name="ended">Whether the empty line was there.</param>
    /// <returns>Null where it is no such block.</returns>
    public static FieldLines? Read(ReadOnlySpan<byte> bytes, bool strict, out int length, out bool ended)
    {
        var fields = new FieldLines();
        length = 0;
        ended = false;
        while (length < bytes.Length)
        {
            int feed = bytes[length..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = feed < 0 ? bytes[length..] : bytes[length..(length + feed)];
            length = feed < 0 ? bytes.Length : length + feed + 1;
            line = line.TrimEnd((byte)'\r');
            if (line.IsEmpty && feed >= 0)
            {
                ended = true;
                return fields;
            }

            // A return inside a line is damage; strictly read it ends the search, so that no byte is looked at for many a head.
            if ((!fields.TryAdd(line) || line.Contains((byte)'\r')) && strict) return null;
        }

        return fields;
    }

    private bool TryAdd(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || _fields.Count == MostFields) return false;
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            if (_fields.Count == 0) return false;
            (string name, string value) = _fields[^1];
            // A value of many folded lines would be copied over and over.
            if (value.Length > 1 << 13) return false;
            _fields[^1] = (name, $"{value} {TextOf(line)}".Trim());
            return true;
        }

        int colon = line.IndexOf((byte)':');
        if (colon <= 0) return false;
        ReadOnlySpan<byte> word = line[..colon].TrimEnd(" \t"u8);
        foreach (byte b in word)
        {
            if (b is <= (byte)' ' or >= 0x7F) return false;
        }

        _fields.Add((Encoding.ASCII.GetString(word), TextOf(line[(colon + 1)..])));
        return true;
    }

    private static string TextOf(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.Trim(" \t"u8));
}
