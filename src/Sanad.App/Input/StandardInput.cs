using System.Text;
using Sanad.Reading.Archives;
using Sanad.Reading.Feeds;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>Standard input: a web archive where it opens as one, JSON lines where it or one of its first lines begins as such a line does, else one text, page or list.</summary>
internal static class StandardInput
{
    private const string Name = "-";

    public static IEnumerable<InputItem> Read(ArchiveReading archives)
    {
        Stream stream = Console.OpenStandardInput();
        byte[] head = new byte[4096];
        int count = 0, read;
        while (count < head.Length && !HasSign(head.AsSpan(0, count)) && (read = stream.Read(head, count, head.Length - count)) > 0) count += read;
        var all = new HeadedStream(head[..count], stream);
        if (WarcReader.IsWarc(head.AsSpan(0, count))) return ArchiveFile.ReadStream(all, Name, archives);
        if (HoldsLines(head.AsSpan(0, count))) return JsonLinesFile.ReadToEnd(all, Name);
        byte[] bytes = TextFile.ReadAtMost(all, InputReader.MostPageBytes, out bool whole);
        return whole ? BodyReader.Read(new Body(Name, bytes)) : [InputItem.Failed(Name, TextFile.TooLarge(null))];
    }

    /// <summary>Enough of the head to tell: a byte order mark's length, with something in it that is no blank.</summary>
    private static bool HasSign(ReadOnlySpan<byte> head) => head.Length >= 4 && head.ContainsAnyExcept(" \t\r\n\0"u8);

    private static bool HoldsLines(ReadOnlySpan<byte> head)
    {
        int code = TextDecoder.EncodingOfMark(head, out int mark)?.CodePage ?? Encoding.UTF8.CodePage;
        ReadOnlySpan<char> text = Encoding.GetEncoding(code).GetString(head[mark..]).AsSpan().TrimStart();
        return (text.StartsWith('{') || text.Contains("\n{\"", StringComparison.Ordinal)) && ListFormat.Of(head) == ListKind.None;
    }
}
