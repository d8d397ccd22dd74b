using System.CommandLine;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Stories;

/// <summary><c>sanad stories</c>: the stories, newest first.</summary>
internal static class StoriesCommand
{
    /// <summary>How long origins are counted before the list is printed.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(2);

    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        Option<bool> all = new("--all", "-a") { Description = "Also those of one article, which the text leaves out." };
        Option<bool> settle = new("--settle") { Description = "First group all articles anew, as if they had come at once." };
        Option<bool> origins = new("--origins") { Description = "First count the origins of all stories, however long it takes; else of those at the head of the list, for a few seconds." };
        var command = new ExampleCommand("stories", "List the stories, newest first.", "sanad stories", "sanad stories --format json | jq '.[0].title'", "sanad stories --settle") { database, format, all, settle, origins };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (parsed.GetValue(settle)) Settle(ledger, surroundings);
            Refresh(ledger, parsed.GetValue(origins), surroundings);
            if (parsed.GetValue(format) == "json") PrintJson(ledger.Stories(), surroundings.Output);
            else PrintText(ledger, parsed.GetValue(all), surroundings.Output);
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
    private static void Refresh(SqliteLedger ledger, bool all, Surroundings surroundings)
    {
        if (!ledger.HasStale()) return;
        DateOnly today = DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime);
        var reader = new StoryReader(ledger, Languages.All, Environment.ProcessorCount);
        if (all) reader.Refresh(today, surroundings.Stop.Token);
        else reader.RefreshListed(today, surroundings.Stop.Token, MostWait);
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
            if (!story.IsRead) json.WriteBoolean("originsAtMost", true);
            json.Field("first", story.First);
            json.Field("last", story.Last);
            json.Strings("languages", story.Languages);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void PrintText(SqliteLedger ledger, bool all, StandardOutput output)
    {
        using var page = new Page(output);
        long left = all ? 0 : ledger.Singles();
        IReadOnlyList<ListedStory> stories = ledger.StoriesBehind(all, null, int.MaxValue);
        if (stories.Count == 0)
        {
            stories = ledger.StoriesBehind(true, null, int.MaxValue);
            left = 0;
        }

        page.Rows([.. stories.Select(story => (string[])[
            $"[bold]{story.Id}[/]",
            Page.Safe(DaysOf(story)),
            story.Articles == 1 ? "1 article" : $"{story.Articles} articles, {story.Outlets} outlet{(story.Outlets == 1 ? "" : "s")}, {(story.IsRead ? "" : "at most ")}{story.Origins} origin{(story.Origins == 1 ? "" : "s")}",
            string.Join(' ', story.Languages),
            Page.Safe(story.Title)])], indent: 0);
        if (stories.Count == 0) page.Line("No stories yet: `sanad add` brings the first.");
        else if (left > 0) page.Line($"[grey]and {left} of one article each (--all lists them)[/]");
    }

    private static string DaysOf(ListedStory story) => story.First is null ? "no day" : story.First == story.Last ? story.First : $"{story.First} to {story.Last}";
}
