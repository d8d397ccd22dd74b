using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Reads features as ledgers held them before they were known by numbers; for the migration that turns them over.</summary>
internal static class FormerFeatures
{
    /// <summary>Gives the connection the functions that the migration calls.</summary>
    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction("sanad_feature_number", static (string name) => StoryFeatures.NumberOf(name), isDeterministic: true);
        connection.CreateFunction("sanad_feature_holders", static (byte[] recent) => Holders(recent), isDeterministic: true);
        connection.CreateFunction("sanad_features", static (byte[] features) => Features(features), isDeterministic: true);
    }

    /// <summary>Numbers of articles, 8 bytes each.</summary>
    private static byte[] Holders(byte[] recent)
    {
        var holders = default(HolderList);
        foreach (long article in MemoryMarshal.Cast<byte, long>(recent)) holders.Add(article);
        return holders.ToBytes();
    }

    /// <summary>The day's number or -1, names and weights by name, and at the end the length, which the oldest do not have.</summary>
    private static byte[] Features(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        int day = reader.Read7BitEncodedInt(), count = reader.Read7BitEncodedInt();
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++) weights[reader.ReadString()] = reader.ReadDouble();
        double length = reader.BaseStream.Position < bytes.Length ? reader.ReadDouble() : 0;
        return FeatureBlob.Write(new StoryFeatures(weights, day < 0 ? null : DateOnly.FromDayNumber(day)), length);
    }
}
