using System.Text;
using System.Text.Json;
using Sanad.App.Storage.Sqlite;
using Sanad.App.Tests.Server;
using Sanad.Stories;
using Xunit;

namespace Sanad.App.Tests;

/// <summary>Stories that do not depend on which article came first.</summary>
public sealed class SettlingTests
{
    private static readonly string[] Lines =
    [
        Articles.Line("dam-id", Articles.Indonesian, outlet: "Kabar Arga"), Articles.Line("dam-en", Articles.English, outlet: "Arga Times", published: "2025-03-13"),
        Articles.Line("one", Articles.Numbered(1)), Articles.Line("two", Articles.Numbered(2)), Articles.Line("dam-again", Articles.Indonesian + "\nWarga menunggu.\n", outlet: "Arga Raya"),
    ];

    [Fact]
    public void One_run_groups_alike_in_any_order()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Add(folder["there.db"], Lines).Code);
        Assert.Equal(0, Add(folder["back.db"], [.. Lines.Reverse()]).Code);
        Assert.Contains("dam-again dam-en dam-id", Groups(folder["there.db"]));
        Assert.Equal(Groups(folder["there.db"]), Groups(folder["back.db"]));
    }

    [Fact]
    public void Settling_brings_back_an_article_that_strayed_and_tells_of_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        Assert.Equal(0, Add(path, Lines).Code);
        string[] before = Groups(path);
        Ledger.Run(path, "INSERT INTO story (articles) VALUES (1); UPDATE story SET articles = articles - 1 WHERE id = (SELECT story FROM article WHERE id = 1); UPDATE article SET story = (SELECT max(id) FROM story) WHERE id = 1");
        Assert.NotEqual(before, Groups(path));
        Assert.Equal(0, SanadProgram.Run("stories", "--settle", "--db", path).Code);
        Assert.Equal(before, Groups(path));
        Assert.Contains(SanadProgram.Run("changes", "--db", path, "--format", "json").Lines, static line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString() == "moved");
        Ledger.IsWhole(path);
    }

    [Fact]
    public void A_story_that_came_apart_says_so_when_it_is_put_together_and_one_that_is_parted_too()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        Assert.Equal(0, Add(path, [.. Lines, Articles.Line("dam-more", Articles.English + "\nResidents waited.\n", outlet: "Arga Mail", published: "2025-03-13")]).Code);
        (long dam, long again, long english, long more) = (Number(path, "dam-id"), Number(path, "dam-again"), Number(path, "dam-en"), Number(path, "dam-more"));
        Ledger.Run(path, $"INSERT INTO story (articles) VALUES (1); UPDATE story SET articles = articles - 1 WHERE id = (SELECT story FROM article WHERE id = {dam}); UPDATE article SET story = (SELECT max(id) FROM story) WHERE id = {dam}");
        Assert.Equal(0, SanadProgram.Run("stories", "--settle", "--db", path).Code);
        Assert.Contains("merged", Kinds(path));
        using (var ledger = SqliteLedger.Open(path, create: false))
        {
            using LedgerWriter writer = ledger.Writer();
            writer.Verdicts = () => new StoryVerdicts([(dam, again), (english, more)], [(dam, english), (dam, more), (again, english), (again, more)]);
            Assert.True(writer.Settle([dam], new DateOnly(2025, 3, 14)) > 0);
        }

        Assert.Contains("split", Kinds(path));
        Ledger.IsWhole(path);
    }

    private static string[] Kinds(string path) => [.. SanadProgram.Run("changes", "--db", path, "--format", "json").Lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString()!)];

    [Fact]
    public void A_persons_word_on_two_articles_holds_when_stories_are_grouped_anew()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        Assert.Equal(0, Add(path, Lines).Code);
        (long strange, long dam, long english) = (Number(path, "one"), Number(path, "dam-id"), Number(path, "dam-en"));
        using (var ledger = SqliteLedger.Open(path, create: false))
        {
            using LedgerWriter writer = ledger.Writer();
            writer.Verdicts = () => new StoryVerdicts([(strange, dam)], [(dam, english)]);
            Assert.True(writer.Settle([strange, dam, english, 4711], new DateOnly(2025, 3, 14)) > 0);
            Assert.Equal(0, writer.SettleAll(new DateOnly(2025, 3, 14), TestContext.Current.CancellationToken));
        }

        string[] groups = Groups(path);
        Assert.Contains(groups, static group => group.Contains("one", StringComparison.Ordinal) && group.Contains("dam-id", StringComparison.Ordinal));
        Assert.DoesNotContain(groups, static group => group.Contains("dam-id", StringComparison.Ordinal) && group.Contains("dam-en", StringComparison.Ordinal));
        Ledger.IsWhole(path);
    }

    [Fact]
    public async Task A_story_too_large_to_be_read_for_a_list_has_at_most_as_many_origins_as_articles_until_they_are_counted()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        Assert.Equal(0, Add(path, [.. Enumerable.Range(0, 300).Select(static i => Articles.Line($"dam-{i}", Articles.Indonesian, outlet: $"Kabar {i}"))]).Code);
        Assert.Contains(SanadProgram.Run("stories", "--db", path).Lines, static line => line.Contains("300 articles, 300 outlets, at most 300 origins", StringComparison.Ordinal));
        Assert.True(Ledger.Stories(path).Single().GetProperty("originsAtMost").GetBoolean());
        await using (ServedLedger served = await ServedLedger.StartAsync(path, TestContext.Current.CancellationToken))
        {
            JsonElement listed = JsonDocument.Parse(await served.Client.GetStringAsync("/api/stories", TestContext.Current.CancellationToken)).RootElement.GetProperty("items")[0];
            Assert.Equal((300, true), (listed.GetProperty("origins").GetInt32(), listed.GetProperty("originsAtMost").GetBoolean()));
            string facts = (await served.PageAsync("/", TestContext.Current.CancellationToken, "Accept-Language", "en")).QuerySelector(".stories .facts")!.TextContent;
            Assert.Contains("300 outlets", facts, StringComparison.Ordinal);
            Assert.DoesNotContain("origin", facts, StringComparison.Ordinal);
        }

        Outcome counted = SanadProgram.Run("stories", "--origins", "--db", path);
        Assert.Contains(counted.Lines, static line => line.Contains("300 articles, 300 outlets, 1 origin ", StringComparison.Ordinal));
        Assert.False(Ledger.Stories(path).Single().TryGetProperty("originsAtMost", out _));
    }

    private static long Number(string path, string source) => Ledger.Number(path, $"SELECT id FROM article WHERE source = '{source}'");

    private static Outcome Add(string path, string[] lines) => SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(string.Concat(lines)));

    private static string[] Groups(string path) =>
        [.. Ledger.Stories(path).Select(static story => string.Join(' ', story.GetProperty("articles").EnumerateArray().Select(static source => source.GetString()!).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
}
