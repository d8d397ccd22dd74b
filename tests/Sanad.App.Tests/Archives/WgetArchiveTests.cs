using System.Diagnostics;
using Xunit;

namespace Sanad.App.Tests.Archives;

/// <summary>Archives as wget writes them, made from a real server.</summary>
public sealed class WgetArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private void Crawl(NewsServer server, string name, params string[] options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/wget") || File.Exists("/usr/local/bin/wget") || File.Exists("/opt/homebrew/bin/wget"), "wget is not there");
        using Process wget = SanadProgram.Start("wget", ["--quiet", "--no-config", "--recursive", "--level=1", "--delete-after", "--no-proxy", "--execute", "robots=off", $"--warc-file={name}", .. options, server.Url], _folder.Path);
        wget.StandardInput.Close();
        Task<string> errors = wget.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        wget.WaitForExit();
        // 8: one of the links led nowhere, as it should.
        Assert.Equal((8, ""), (wget.ExitCode, errors.GetAwaiter().GetResult()));
    }

    [Theory]
    [InlineData("crawl.warc.gz")]
    [InlineData("crawl.warc", "--no-warc-compression")]
    [InlineData("crawl.warc.gz", "--no-warc-digests")]
    public void All_articles_of_the_site_are_added(string name, params string[] options)
    {
        using var server = new NewsServer();
        Crawl(server, "crawl", options);
        Outcome outcome = SanadProgram.Run("add", "--db", Path, _folder[name]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.StartsWith($"{NewsServer.Articles} added", outcome.Output, StringComparison.Ordinal);
        for (int i = 1; i <= NewsServer.Articles; i++)
            Assert.Equal(1, Ledger.Number(Path, $"SELECT count(*) FROM version WHERE url = '{server.Url}{i}' AND title LIKE 'Banjir Nomor {i} %' AND text LIKE '%Kepala Desa % Budi %{i} di %' AND fetched IS NOT NULL"));
    }

    [Fact]
    public void A_second_crawl_without_what_the_first_had_adds_nothing_and_says_so()
    {
        using var server = new NewsServer();
        Crawl(server, "first", "--warc-cdx");
        Crawl(server, "second", "--warc-dedup=first.cdx");
        SanadProgram.Run("add", "--db", Path, _folder["first.warc.gz"]);
        string before = Ledger.Dump(Path);
        Outcome second = SanadProgram.Run("add", "--db", Path, _folder["second.warc.gz"]);
        Assert.Equal(0, second.Code);
        Assert.Matches(@"^sanad: .*second\.warc\.gz: \d+ records only say that a page was as in another archive\n$", second.Errors);
        Assert.Equal(before, Ledger.Dump(Path));
    }
}
