using System.Text;
using Sanad.App.Server.LedgerAccess;
using Sanad.Language;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class LedgerAccessTests : IDisposable
{
    private static readonly LanguageSet Languages = LanguageSet.Load();

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private void Add(params string[] lines) => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(string.Concat(lines))).Code);

    [Fact]
    public async Task A_story_is_worked_out_once_until_its_texts_change()
    {
        Add(Articles.Line("one", Articles.Indonesian, "https://arga.example/1", "Suara Arga"));
        using var pool = new LedgerPool(Path);
        using var cache = new StoryCache(pool, Languages);
        OpenStory first = (await cache.FindAsync(1, Stop))!;
        Assert.Same(first, await cache.FindAsync(1, Stop));
        Add(Articles.Line("other", Articles.Numbered(7)));
        Assert.Same(first, await cache.FindAsync(1, Stop));
        Add(Articles.Line("one", Articles.Indonesian.Replace("1.200", "1.350", StringComparison.Ordinal), "https://arga.example/1", "Suara Arga"));
        OpenStory changed = (await cache.FindAsync(1, Stop))!;
        Assert.NotSame(first, changed);
        Assert.NotEqual(first.Version, changed.Version);
        Assert.Contains("1.350", changed.Ledger.Articles[0].Article.Text, StringComparison.Ordinal);
        Assert.Null(await cache.FindAsync(99, Stop));
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same_story()
    {
        Add(Articles.Line("one", Articles.Indonesian));
        using var pool = new LedgerPool(Path);
        using var cache = new StoryCache(pool, Languages);
        OpenStory?[] found = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => cache.FindAsync(1, Stop))));
        Assert.Single(found.Distinct());
        Assert.NotNull(found[0]);
    }

    [Fact]
    public async Task The_least_recently_asked_story_goes_when_the_room_is_full()
    {
        const string harvest = "Harvest Festival Opens in Lower Tarn\n\nThe harvest festival of Lower Tarn opened with music, mayor Ines Calder said on Monday.\n";
        Add(Articles.Line("a", harvest), Articles.Line("b", Articles.Indonesian), Articles.Line("c", Articles.Numbered(3)));
        int length = Articles.Indonesian.Length;
        using var pool = new LedgerPool(Path);
        using var cache = new StoryCache(pool, Languages, bound: length + 200);
        // One by one they have room, all three have not.
        OpenStory one = (await cache.FindAsync(1, Stop))!, two = (await cache.FindAsync(2, Stop))!;
        Assert.Same(one, await cache.FindAsync(1, Stop));
        await cache.FindAsync(3, Stop);
        Assert.Same(one, await cache.FindAsync(1, Stop));
        Assert.NotSame(two, (await cache.FindAsync(2, Stop))!);
    }

    [Fact]
    public async Task Pages_show_what_was_added_while_they_are_served()
    {
        Add(Articles.Line("one", Articles.Indonesian, outlet: "Suara Arga", published: "2025-03-13"));
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        Assert.Contains("1 outlet", (await server.PageAsync("/stories/1", Stop)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Add(Articles.Line("two", Articles.English, outlet: "Arga Post", published: "2025-03-13"));
        Assert.Contains("2 outlets", (await server.PageAsync("/stories/1", Stop)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 outlets", (await server.PageAsync("/", Stop)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_shows_at_once_with_who_made_it_and_why()
    {
        Add(Articles.Line("one", Articles.Indonesian, outlet: "Suara Arga", published: "2025-03-13"));
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        Assert.Empty((await server.PageAsync("/articles/1", Stop)).QuerySelectorAll(".corrected"));
        Assert.Equal(0, SanadProgram.Run("correct", "act", "one", "s1", "warn", "--reason", "<b>a warning</b>", "--by", "The Desk", "--db", Path).Code);
        AngleSharp.Dom.IElement note = Assert.Single((await server.PageAsync("/articles/1", Stop)).QuerySelectorAll("#e-s1 .corrected"));
        Assert.StartsWith("corrected by The Desk", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("<b>a warning</b>", note.GetAttribute("title"));
    }
}
