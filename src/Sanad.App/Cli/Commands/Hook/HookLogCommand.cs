using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Hooks;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook log</c>.</summary>
internal static class HookLogCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string?> id = new("id") { Description = "Only messages to this hook; without it, to all.", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> dead = new("--dead") { Description = "Only those that were given up." };
        Option<int> limit = new("--limit") { Description = "Messages listed, at most.", HelpName = "N", DefaultValueFactory = static _ => 50 };
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("log", "List the messages, newest first: what waits, what was taken and what was given up, with the reason.", "sanad hook log", "sanad hook log 1f2e3d4c --dead") { id, dead, limit, database, format };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (parsed.GetValue(id) is { } one && ledger.Hooks().Find(one) is null) return HookCommand.Unknown(one, surroundings);
            IReadOnlyList<Delivery> log = ledger.Hooks().Log(parsed.GetValue(id), parsed.GetValue(dead) ? DeliveryState.Dead : null, long.MaxValue, Math.Clamp(parsed.GetValue(limit), 1, 10_000));
            if (parsed.GetValue(format) == "json") PrintJson(log, surroundings.Output);
            else PrintText(log, surroundings);
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintText(IReadOnlyList<Delivery> log, Surroundings surroundings)
    {
        string Clock(DateTimeOffset? moment) => moment is { } given ? TimeZoneInfo.ConvertTime(given, surroundings.Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "not tried yet";
        using var page = new Page(surroundings.Output);
        if (log.Count == 0) page.Line("No messages.");
        page.Rows([.. log.Select(delivery => (string[])[
            string.Create(CultureInfo.InvariantCulture, $"change {delivery.Change}"), Page.Safe(delivery.Kind), delivery.Hook,
            delivery.State switch { DeliveryState.Delivered => "[green]delivered[/]", DeliveryState.Dead => "[red]dead[/]", _ => "waiting" },
            string.Create(CultureInfo.InvariantCulture, $"{delivery.Tries} {(delivery.Tries == 1 ? "try" : "tries")}"), Clock(delivery.Tried),
            delivery.Error is null ? "" : $"{Page.Safe(delivery.Error)}{(delivery.State == DeliveryState.Waiting ? $"; again {Clock(delivery.Due)}" : "")}"])], indent: 0);
    }

    private static void PrintJson(IReadOnlyList<Delivery> log, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartArray();
        foreach (Delivery delivery in log) HookJson.Write(json, delivery);
        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
    }
}
