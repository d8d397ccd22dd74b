using Microsoft.Data.Sqlite;
using Sanad.App.Json;
using Sanad.Ledger.Corrections;
using Sanad.Stories;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Keeps what people corrected.</summary>
internal static class CorrectionRows
{
    /// <exception cref="LedgerException">A row is no correction.</exception>
    public static CorrectionLog All(SqliteConnection connection, string path)
    {
        var corrections = new List<Correction>();
        using var select = new Prepared(connection, "SELECT id, body FROM correction ORDER BY made");
        using Cursor row = select.Rows();
        while (row.Read())
        {
            try
            {
                corrections.Add(CorrectionJson.Read(row.String(1)));
            }
            catch (FormatException e)
            {
                throw new LedgerException(path, $"correction {row.String(0)} {e.Message}", e);
            }
        }

        return new CorrectionLog(corrections);
    }

    /// <summary>Keeps a correction, in the transaction that is open; one that is there stays as it is.</summary>
    public static void Insert(SqliteConnection connection, Correction correction)
    {
        using var insert = new Prepared(connection, "INSERT OR IGNORE INTO correction VALUES (?1, ?2, ?3)");
        insert.Run(correction.Id, correction.Time, CorrectionJson.Text(correction));
    }

    /// <summary>What was said of pairs of articles, by their numbers in this ledger; of articles that are not in it nothing.</summary>
    public static StoryVerdicts Verdicts(SqliteConnection connection, CorrectionLog log)
    {
        List<StoryCorrection> corrections = [.. log.Holding.OfType<StoryCorrection>()];
        if (corrections.Count == 0) return StoryVerdicts.None;
        // Of two that cannot both be the later holds, which stands first there.
        corrections.Reverse();
        var together = new List<(long, long)>();
        var apart = new List<(long, long)>();
        using var articles = new Prepared(connection, "SELECT DISTINCT article.id, article.source FROM version JOIN article ON article.id = version.article WHERE version.hash = ?1");
        foreach (StoryCorrection correction in corrections)
        {
            foreach (long first in Articles(articles, correction.First))
            {
                foreach (long second in Articles(articles, correction.Second))
                {
                    if (first != second) (correction.Same ? together : apart).Add((first, second));
                }
            }
        }

        return new StoryVerdicts(together, apart);
    }

    /// <summary>The article of that text that bears the name, else all of that text.</summary>
    private static List<long> Articles(Prepared select, CorrectionTarget target)
    {
        var all = new List<long>();
        using Cursor row = select.Rows(target.Text.Value);
        while (row.Read())
        {
            if (row.String(1) == target.Source) return [row.Long(0)];
            all.Add(row.Long(0));
        }

        return all;
    }
}
