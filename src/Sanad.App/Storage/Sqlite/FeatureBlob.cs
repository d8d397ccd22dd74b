using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>An article's features as they stand in its row: the day's number or -1, then names and weights by name, then
/// <see cref="NumberedFeatures.Length"/>, which ledgers of before do not have.</summary>
internal static class FeatureBlob
{
    public static byte[] Write(StoryFeatures features, double length)
    {
        using var stream = new MemoryStream(1024);
        using var writer = new BinaryWriter(stream);
        writer.Write7BitEncodedInt(features.Day?.DayNumber ?? -1);
        writer.Write7BitEncodedInt(features.Weights.Count);
        foreach ((string name, double weight) in features.Weights.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(weight);
        }

        writer.Write(length);
        writer.Flush();
        return stream.ToArray();
    }

    /// <param name="length">0 where the blob does not have it.</param>
    public static StoryFeatures Read(byte[] bytes, out double length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        int day = reader.Read7BitEncodedInt(), count = reader.Read7BitEncodedInt();
        var weights = new Dictionary<string, double>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++) weights.Add(reader.ReadString(), reader.ReadDouble());
        length = reader.BaseStream.Position < bytes.Length ? reader.ReadDouble() : 0;
        return new StoryFeatures(weights, day < 0 ? null : DateOnly.FromDayNumber(day));
    }
}
