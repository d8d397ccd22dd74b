namespace Sanad.Reading.Archives;

/// <summary>The head of an HTTP answer as a crawler kept it.</summary>
internal readonly record struct HttpAnswer(int Status, FieldLines Fields, int HeadLength)
{
    /// <summary>Longest head in bytes.</summary>
    public const int LongestHead = 1 << 16;

    /// <param name="ended">Whether the head was whole; a longer stretch of bytes may hold one that is.</param>
    /// <returns>Null where the bytes do not open with a status line.</returns>
    public static HttpAnswer? Read(ReadOnlySpan<byte> bytes, out bool ended)
    {
        ended = false;
        if (!bytes.StartsWith("HTTP/"u8)) return null;
        int feed = bytes.IndexOf((byte)'\n');
        if (feed < 0) return null;
        ReadOnlySpan<byte> line = bytes[..feed].TrimEnd((byte)'\r');
        int blank = line.IndexOf((byte)' ');
        if (blank < 0) return null;
        line = line[blank..].TrimStart((byte)' ');
        if (line.Length < 3 || !char.IsAsciiDigit((char)line[0]) || !char.IsAsciiDigit((char)line[1]) || !char.IsAsciiDigit((char)line[2])) return null;
        int status = ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + line[2] - '0';
        FieldLines fields = FieldLines.Read(bytes[(feed + 1)..], strict: false, out int length, out ended)!;
        return new HttpAnswer(status, fields, feed + 1 + length);
    }
}
