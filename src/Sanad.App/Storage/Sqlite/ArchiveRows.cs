using Microsoft.Data.Sqlite;
using Sanad.Reading.Archives;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Rows that tell how far web archives have been read.</summary>
internal sealed class ArchiveRows(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _put = new(connection, "INSERT OR REPLACE INTO archive VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    public static IReadOnlyList<ArchiveMark> All(SqliteConnection connection)
    {
        var marks = new List<ArchiveMark>();
        using var select = new Prepared(connection, "SELECT * FROM archive");
        using Cursor row = select.Rows();
        while (row.Read()) marks.Add(new ArchiveMark(row.String(0), row.Long(1), row.String(2), new ArchivePosition((int)row.Long(3), row.Long(4), row.Long(5)), row.Long(6) != 0));
        return marks;
    }

    public void Put(ArchiveMark mark) => _put.Run(mark.Path, mark.Size, mark.Head, mark.Position.File, mark.Position.Offset, mark.Position.Within, mark.IsFinished ? 1 : 0);

    public void Dispose() => _put.Dispose();
}
