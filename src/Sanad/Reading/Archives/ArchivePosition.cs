using System.Globalization;

namespace Sanad.Reading.Archives;

/// <summary>A place in an archive at which a record begins, so that reading can be taken up there.</summary>
/// <param name="File">Which of the WARC files in a WACZ, counted from 0 in the order of names; 0 in a WARC.</param>
/// <param name="Offset">Bytes from the start of that file, as it lies on the disk, to the record or to the gzip member that holds it.</param>
/// <param name="Within">Decompressed bytes from the start of that member to the record; 0 where the record opens the member, as it should, and where nothing is compressed.</param>
public readonly record struct ArchivePosition(int File, long Offset, long Within) : IComparable<ArchivePosition>
{
    public int CompareTo(ArchivePosition other)
    {
        int order = File.CompareTo(other.File);
        if (order == 0) order = Offset.CompareTo(other.Offset);
        return order != 0 ? order : Within.CompareTo(other.Within);
    }

    public static bool operator <(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArchivePosition left, ArchivePosition right) => left.CompareTo(right) >= 0;

    /// <summary>The offset in bytes, and what lies within a member behind a plus: <c>12,345+678</c>.</summary>
    public override string ToString() =>
        Within == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Offset:N0}") : string.Create(CultureInfo.InvariantCulture, $"{Offset:N0}+{Within:N0}");
}
