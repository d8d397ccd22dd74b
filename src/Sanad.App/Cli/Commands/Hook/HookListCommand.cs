using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook list</c>.</summary>
internal static class HookListCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("list", "List who is told of what; secrets are not shown.", "sanad hook list", "sanad hook list --format json") { database, format };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            IReadOnlyList<Hooks.Hook> hooks = ledger.Hooks().All();
            if (parsed.GetValue(format) == "json") PrintJson(hooks, surroundings.Output);
            else PrintText(hooks, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintText(IReadOnlyList<Hooks.Hook> hooks, StandardOutput output)
    {
        using var page = new Page(output);
        if (hooks.Count == 0) page.Line("Nobody is told of changes: `sanad hook add URL` adds who is.");
        page.Rows([.. hooks.Select(static hook => (string[])[
            $"[bold]{hook.Id}[/]", Page.Safe(hook.Url), Page.Safe(HookCommand.TopicOf(hook)),
            string.Create(CultureInfo.InvariantCulture, $"{hook.Waiting:N0} waiting"), hook.Dead == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[red]{hook.Dead:N0} dead[/]"),
            hook.Ended is { } reason ? $"[red]ended[/]: {Page.Safe(reason)}" : hook.Failures > 0 ? string.Create(CultureInfo.InvariantCulture, $"[red]failed {hook.Failures:N0} times[/]") : ""])], indent: 0);
    }

    private static void PrintJson(IReadOnlyList<Hooks.Hook> hooks, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        json.WriteStartArray();
        foreach (Hooks.Hook hook in hooks) HookJson.Write(json, hook);
        json.WriteEndArray();
        json.Flush();
        output.Write("\n"u8);
    }
}
