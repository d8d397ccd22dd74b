using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>What a story is worked out from: it changes when an article joins it, leaves it or changes its text, and with every correction, which may be laid over any story.</summary>
/// <param name="Articles">How many.</param>
/// <param name="Mark">A hash of the numbers of their newest texts and of how many corrections there are, which are only ever added.</param>
public readonly record struct StoryVersion(int Articles, ulong Mark)
{
    /// <summary>There is no such story, or no article in it.</summary>
    public bool IsNone => Articles == 0;

    public override string ToString() => Mark.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    internal static StoryVersion Of(SqliteConnection connection, long story)
    {
        var texts = new List<long>();
        using var select = new Prepared(connection, "SELECT newest FROM article WHERE story = ?1 ORDER BY id");
        using Cursor row = select.Rows(story);
        while (row.Read()) texts.Add(row.Long(0));
        int articles = texts.Count;
        using var corrections = new Prepared(connection, "SELECT count(*) FROM correction");
        texts.Add((long)corrections.Value()!);
        return new StoryVersion(articles, XxHash64.HashToUInt64(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(texts))));
    }
}
