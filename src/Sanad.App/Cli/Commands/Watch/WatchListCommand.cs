using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;
using Sanad.App.Watching;

namespace Sanad.App.Cli.Commands.Watch;

/// <summary><c>sanad watch list</c>: what is watched, and how it goes with it.</summary>
internal static class WatchListCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("list", "List what is watched: when it was and will be looked at, what it brought, and why it last failed.", "sanad watch list", "sanad watch list --format json") { database, format };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            IReadOnlyList<WatchedList> lists = ledger.Watches().All();
            if (parsed.GetValue(format) == "json") PrintJson(lists, surroundings.Output);
            else PrintText(lists, surroundings);
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintText(IReadOnlyList<WatchedList> lists, Surroundings surroundings)
    {
        string Clock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, surroundings.Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        using var page = new Page(surroundings.Output);
        if (lists.Count == 0) page.Line("Nothing is watched yet: `sanad watch add URL` adds a feed or sitemap.");
        page.Rows([.. lists.Select(list => (string[])[
            $"[bold]{Page.Safe(list.Url)}[/]",
            list.Brought == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{list.Brought:N0} articles"),
            $"every {TimeSpans.Of(list.Every ?? list.Rhythm)}",
            list.Looked is { } looked ? $"looked at {Clock(looked)}" : "not read yet",
            $"next {Clock(list.Due)}",
            list.Error is null ? "" : $"[red]failed {(list.Failures == 1 ? "once" : $"{list.Failures} times")}[/]: {Page.Safe(list.Error)}"])], indent: 0);
    }

    private static void PrintJson(IReadOnlyList<WatchedList> lists, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartArray();
        foreach (WatchedList list in lists)
        {
            json.WriteStartObject();
            json.WriteString("url", list.Url);
            json.WriteNumber("brought", list.Brought);
            json.WriteNumber("everySeconds", (long)(list.Every ?? list.Rhythm).TotalSeconds);
            json.Field("looked", Iso(list.Looked));
            json.Field("due", Iso(list.Due));
            json.WriteNumber("failures", list.Failures);
            json.Field("error", list.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
    }

    private static string? Iso(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
