using System.CommandLine;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Stories;

/// <summary><c>sanad stories</c>: the stories, newest first.</summary>
internal static class StoriesCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        Option<bool> all = new("--all", "-a") { Description = "Also those of one article, which the text leaves out." };
        Option<bool> settle = new("--settle") { Description = "First group all articles anew, as if they had come at once." };
        var command = new ExampleCommand("stories", "List the stories, newest first.", "sanad stories", "sanad stories --format json | jq '.[0].title'", "sanad stories --settle") { database, format, all, settle };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (parsed.GetValue(settle)) Settle(ledger, surroundings);
            Refresh(ledger, surroundings);
            IReadOnlyList<StorySummary> stories = ledger.Stories();
            if (parsed.GetValue(format) == "json") PrintJson(stories, surroundings.Output);
            else PrintText(stories, parsed.GetValue(all), surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Settle(SqliteLedger ledger, Surroundings surroundings)
    {
        using LedgerWriter writer = ledger.Writer();
        int moved = writer.SettleAll(DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime), surroundings.Stop.Token);
        surroundings.Complaints.Remark("settled", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{moved:N0} articles moved to another story"));
    }

    /// <summary>Works out what runs of adding left; languages are only loaded where there is something to do.</summary>
    private static void Refresh(SqliteLedger ledger, Surroundings surroundings)
    {
        if (ledger.HasStale()) new StoryReader(ledger, Languages.All, Environment.ProcessorCount).Refresh(surroundings.Stop.Token);
    }

    private static void PrintJson(IReadOnlyList<StorySummary> stories, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartArray();
        foreach (StorySummary story in stories)
        {
            json.WriteStartObject();
            json.WriteString("id", story.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("title", story.Title);
            json.Strings("articles", story.Articles);
            json.WriteNumber("outlets", story.Outlets);
            json.WriteNumber("origins", story.Origins);
            json.Field("first", story.First);
            json.Field("last", story.Last);
            json.Strings("languages", story.Languages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void PrintText(IReadOnlyList<StorySummary> stories, bool all, StandardOutput output)
    {
        using var page = new Page(output);
        List<StorySummary> shown = [.. stories.Where(story => all || story.Articles.Count > 1)];
        int left = stories.Count - shown.Count;
        if (shown.Count == 0) shown = [.. stories];
        page.Rows([.. shown.Select(story => (string[])[
            $"[bold]{story.Id}[/]",
            Page.Safe(DaysOf(story)),
            story.Articles.Count == 1 ? "1 article" : $"{story.Articles.Count} articles, {story.Outlets} outlet{(story.Outlets == 1 ? "" : "s")}, {story.Origins} origin{(story.Origins == 1 ? "" : "s")}",
            string.Join(' ', story.Languages),
            Page.Safe(story.Title)])], indent: 0);
        if (stories.Count == 0) page.Line("No stories yet: `sanad add` brings the first.");
        else if (left > 0 && shown.Count < stories.Count) page.Line($"[grey]and {left} of one article each (--all lists them)[/]");
    }

    private static string DaysOf(StorySummary story) => story.First is null ? "no day" : story.First == story.Last ? story.First : $"{story.First} to {story.Last}";
}
