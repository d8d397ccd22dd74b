using System.IO.Compression;
using System.Text;

namespace Sanad.App.Input;

/// <summary>A file of JSON lines, compressed with gzip or not.</summary>
internal static class JsonLinesFile
{
    public static IEnumerable<InputItem> Read(string path, bool compressed)
    {
        try
        {
            Stream stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
            return ReadToEnd(compressed ? new GZipStream(stream, CompressionMode.Decompress) : stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [InputItem.Failed(path, InputReader.ReasonOf(e))];
        }
    }

    /// <summary>A stream that breaks off gives the lines before the break, and a reason.</summary>
    public static IEnumerable<InputItem> ReadToEnd(Stream stream, string name)
    {
        using Stream open = stream;
        using IEnumerator<InputItem> items = InputReader.ReadLines(open, name).GetEnumerator();
        while (true)
        {
            InputItem? item = null, broken = null;
            try
            {
                item = items.MoveNext() ? items.Current : null;
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or DecoderFallbackException)
            {
                broken = InputItem.Failed(name, InputReader.ReasonOf(e));
            }

            if (item is null)
            {
                if (broken is not null) yield return broken;
                yield break;
            }

            yield return item;
        }
    }
}
