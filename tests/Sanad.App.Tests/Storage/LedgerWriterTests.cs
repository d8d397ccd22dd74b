using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Reading.Plain;
using Sanad.Stories;
using Xunit;

namespace Sanad.App.Tests.Storage;

public sealed class LedgerWriterTests
{
    [Fact]
    public void The_words_of_one_transaction_are_written_out_once()
    {
        using var folder = new TemporaryFolder();
        LanguageSet languages = LanguageSet.Load();
        var (reader, analyzer) = (new PlainReader(languages), new Analyzer(languages));
        using (var ledger = SqliteLedger.Open(folder["ledger.db"], create: true))
        {
            using LedgerWriter writer = ledger.Writer();
            for (int i = 0; i < 24; i++)
            {
                Analysis analysis = analyzer.Analyze(reader.Read($"article-{i}", i % 2 == 0 ? Articles.Numbered(i) : $"{Articles.Indonesian}\nNomor {i}.\n", new Metadata()));
                Assert.Equal(Added.New, writer.Add(analysis, StoryFeatures.Of(analysis, languages), null, new DateOnly(2025, 3, 14), null));
            }

            writer.Commit();
        }

        Assert.InRange(Ledger.Count(folder["ledger.db"], "story"), 2, 23);
        foreach (string table in (string[])["article", "statement", "figure"])
        {
            Assert.Equal(1, Ledger.Number(folder["ledger.db"], $"SELECT count(DISTINCT segid) FROM {table}_words_idx"));
        }
    }
}
