using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>Titles, quotes, names, outlets and addresses that want to be markup stay words on every page.</summary>
public sealed class HostileTextTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_words_of_an_article_become_markup()
    {
        string[] rows = await File.ReadAllLinesAsync(SampleServer.FileOfTests("hostile.txt"), Stop);
        Assert.True(rows.Length >= 100);
        using var folder = new TemporaryFolder();
        Outcome added = SanadProgram.Run(["add", "--db", folder["hostile.db"], "-"], Encoding.UTF8.GetBytes(string.Concat(rows.Select(Line))));
        Assert.Equal((0, ""), (added.Code, added.Errors));
        await using ServedLedger server = await ServedLedger.StartAsync(folder["hostile.db"], Stop);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/", "/?all=1", .. rows.Take(30).Select(static row => $"/search?q={Uri.EscapeDataString(row)}&speaker={Uri.EscapeDataString(row)}&outlet={Uri.EscapeDataString(row)}")]);
        foreach (string row in rows.Take(30)) open.Enqueue($"/stories/1/statements?q={Uri.EscapeDataString(row)}&party={Uri.EscapeDataString(row)}&outlet={Uri.EscapeDataString(row)}&{Uri.EscapeDataString(row)}=1");
        var titles = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out string? path))
        {
            if (!seen.Add(path) || seen.Count > 700) continue;
            IHtmlDocument page = await server.PageAsync(path, Stop);
            OwnMarkup.IsAll(page, path);
            if (path.StartsWith("/articles/", StringComparison.Ordinal)) titles.Add(page.QuerySelector("h1")!.TextContent);
            foreach (IElement link in page.QuerySelectorAll("a[href^='/']"))
            {
                string to = link.GetAttribute("href")!.Split('#')[0];
                if (!to.Contains("/compare", StringComparison.Ordinal) && !to.Contains("/correct", StringComparison.Ordinal) && !to.Contains("/versions", StringComparison.Ordinal)) to = to.Split('?')[0];
                if (to.StartsWith("/api", StringComparison.Ordinal) || to.StartsWith("/feeds", StringComparison.Ordinal)) continue;
                if (!to.Contains("lang=", StringComparison.Ordinal) && !to.Contains("colours=", StringComparison.Ordinal)) open.Enqueue(to);
            }
        }

        Assert.True(titles.Count >= 90, $"only {titles.Count} titles were met");
        Assert.Contains("<script>window.owned=1</script>", titles);
        Assert.Contains("\"><img src=x onerror=window.owned=1>", titles);
    }

    private static string Line(string hostile, int number) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["source"] = $"{hostile} {number}",
        ["title"] = hostile,
        ["outlet"] = hostile,
        ["url"] = number % 2 == 0 ? hostile : $"https://arga.example/{number}?{hostile}",
        ["published"] = string.Create(CultureInfo.InvariantCulture, $"2025-03-{(number % 20) + 1:00}"),
        ["language"] = "id",
        ["text"] = string.Create(CultureInfo.InvariantCulture,
            $"{hostile}\n\nMenteri {hostile} Rahman Lesmana membantah bendungan Arga retak {hostile}. \"{hostile} tidak ada retakan {number}\", kata Rahman {hostile} di Jakarta.\n\nSedikitnya {number + 100} warga {hostile} mengungsi, menurut Badan {hostile} Penanggulangan Bencana Daerah."),
    }) + "\n";
}
