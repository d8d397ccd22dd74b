using System.Diagnostics;
using System.Globalization;
using Sanad.App.Storage;
using Sanad.Reading.Archives;

namespace Sanad.App.Input;

/// <summary>What one run knows of web archives: how far earlier runs came with each, and how far this one is with the one at hand. Safe to ask from another thread than the one that reads.</summary>
/// <param name="marks">What earlier runs left.</param>
/// <param name="again">Whether to read from the start whatever they left.</param>
internal sealed class ArchiveReading(IEnumerable<ArchiveMark> marks, bool again)
{
    private const int BarCells = 16;

    private readonly Dictionary<string, ArchiveMark> _marks = marks.ToDictionary(static mark => mark.Path, StringComparer.Ordinal);
    private Passage? _passage;
    private ArchiveTally _done;

    /// <summary>Of a run that remembers nothing.</summary>
    public static ArchiveReading Fresh() => new([], again: true);

    /// <summary>What all archives of this run held, this far.</summary>
    public ArchiveTally Tally => Volatile.Read(ref _passage) is { } passage ? _done + passage.Reader.Tally : _done;

    /// <summary>What an earlier run left of the very file; null where there is nothing, or it is not wanted.</summary>
    public ArchiveMark? MarkOf(ArchiveMark fresh) => !again && _marks.TryGetValue(fresh.Path, out ArchiveMark? mark) && mark.IsSameFile(fresh) ? mark : null;

    public void Begin(ArchiveMark mark, ArchiveReader reader) => Volatile.Write(ref _passage, new Passage(Path.GetFileName(mark.Path), mark.Size, reader, reader.BytesRead, Stopwatch.GetTimestamp()));

    public void End()
    {
        if (_passage is not { } passage) return;
        _done += passage.Reader.Tally;
        Volatile.Write(ref _passage, null);
    }

    /// <summary>One line of how far the archive at hand is: bytes, pages, pages a second, time left. Null where none is at hand.</summary>
    public string? Progress()
    {
        if (Volatile.Read(ref _passage) is not { } passage) return null;
        double seconds = Stopwatch.GetElapsedTime(passage.Began).TotalSeconds;
        long read = passage.Reader.BytesRead, pages = passage.Reader.Tally.Pages;
        string line = string.Create(CultureInfo.InvariantCulture, $"{BarOf(read, passage.Size)}{passage.Name} {BytesOf(read)}{(passage.Size > 0 ? $" of {BytesOf(passage.Size)}" : "")} · {pages:N0} pages");
        if (passage.Size == 0 || seconds < 1 || read <= passage.From) return line;
        double left = (passage.Size - read) * seconds / (read - passage.From);
        return string.Create(CultureInfo.InvariantCulture, $"{line} · {pages / seconds:N0} pages/s · {TimeOf(left)} left");
    }

    /// <summary>How far it is as a bar; nothing where the size is not known, as of a pipe.</summary>
    private static string BarOf(long read, long size)
    {
        if (size <= 0) return "";
        int full = (int)Math.Clamp(read * BarCells / size, 0, BarCells);
        return $"[{new string('█', full)}{new string('░', BarCells - full)}] ";
    }

    private static string BytesOf(long bytes) =>
        bytes >= 1_000_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static string TimeOf(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(seconds, 0):0} s"),
        < 5400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };

    private sealed record Passage(string Name, long Size, ArchiveReader Reader, long From, long Began);
}
