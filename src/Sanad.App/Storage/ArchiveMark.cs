using Sanad.Reading.Archives;

namespace Sanad.App.Storage;

/// <summary>How far a web archive has been read.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Head">Hash of its first bytes: with the size it tells a file that was replaced.</param>
/// <param name="Position">All articles before it are kept.</param>
internal sealed record ArchiveMark(string Path, long Size, string Head, ArchivePosition Position, bool IsFinished)
{
    /// <summary>Whether the archive can be found again: what came through a pipe has no size and leaves nothing to remember.</summary>
    public bool IsOfFile => Size > 0;

    public bool IsSameFile(ArchiveMark other) => (Path, Size, Head) == (other.Path, other.Size, other.Head);
}
