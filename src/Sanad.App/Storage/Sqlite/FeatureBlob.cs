using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// An article's features as they stand in its row: the day's number or -1 (4 bytes), <see cref="StoryCandidate.Length"/> (8), then the numbers in
/// ascending order (8 each), then the weights (2 each); the lowest byte first.
/// </summary>
internal static class FeatureBlob
{
    private const int Head = sizeof(int) + sizeof(double), Each = sizeof(long) + 2;

    public static byte[] Write(StoryFeatures features, double length)
    {
        int count = features.Numbers.Length;
        var bytes = new byte[Head + (count * Each)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, features.Day?.DayNumber ?? -1);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(sizeof(int)), length);
        MemoryMarshal.AsBytes(features.Numbers).CopyTo(bytes.AsSpan(Head));
        MemoryMarshal.AsBytes(features.Weights).CopyTo(bytes.AsSpan(Head + (count * sizeof(long))));
        return bytes;
    }

    /// <param name="length">0 where it is not known.</param>
    public static StoryFeatures Read(ReadOnlySpan<byte> bytes, out double length)
    {
        int day = BinaryPrimitives.ReadInt32LittleEndian(bytes), count = (bytes.Length - Head) / Each;
        length = BinaryPrimitives.ReadDoubleLittleEndian(bytes[sizeof(int)..]);
        ReadOnlySpan<long> numbers = MemoryMarshal.Cast<byte, long>(bytes.Slice(Head, count * sizeof(long)));
        return StoryFeatures.Kept(numbers, MemoryMarshal.Cast<byte, Half>(bytes.Slice(Head + (count * sizeof(long)), count * 2)), day < 0 ? null : DateOnly.FromDayNumber(day));
    }
}
