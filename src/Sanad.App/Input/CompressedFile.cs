using System.IO.Compression;
using Sanad.Reading.Archives;

namespace Sanad.App.Input;

/// <summary>A file compressed with gzip: a web archive by what it opens with, JSON lines by its name, else one text or page.</summary>
internal static class CompressedFile
{
    /// <summary>Enough compressed bytes to tell what stands at the head.</summary>
    private const int HeadBytes = 4096;

    /// <summary>Whether the file opens as a web archive does, compressed or not. False where it cannot be read.</summary>
    public static bool IsArchive(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (!file.CanSeek) return false;
            byte[] head = new byte[HeadBytes];
            return WarcReader.IsWarc(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static IEnumerable<InputItem> Read(string path)
    {
        byte[] bytes;
        try
        {
            using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            bytes = TextFile.ReadAtMost(stream, InputReader.MostPageBytes, out bool whole);
            if (!whole) return [InputItem.Failed(path, TextFile.TooLarge(null))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [InputItem.Failed(path, InputReader.ReasonOf(e))];
        }

        return BodyReader.Read(new Body(path, bytes) { ContentType = InputReader.IsPage(path[..^".gz".Length]) ? "text/html" : null, Address = Path.GetFullPath(path) });
    }
}
