using System.CommandLine;
using System.Text;
using Sanad.App.Hooks;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook add</c>.</summary>
internal static class HookAddCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> url = new("url") { Description = "Where messages are sent (POST).", HelpName = "URL" };
        Option<long?> story = new("--story") { Description = "Only changes of this story; without it, of all.", HelpName = "STORY" };
        Option<string[]> kinds = new("--kind") { Description = "Only these kinds of change; without it, all.", HelpName = string.Join('|', ChangeKinds.All), AllowMultipleArgumentsPerToken = true };
        kinds.AcceptOnlyFromAmong([.. ChangeKinds.All]);
        Option<string?> database = Options.Database();
        var fetching = new FetchOptions();
        var command = new ExampleCommand("add", "Tell an address of changes from now on. Prints the hook's id, and the secret with which its messages are signed: it is shown once, and kept in the ledger, which needs it to sign.",
            "sanad hook add https://desk.example/sanad --kind denied", "sanad hook add https://desk.example/sanad --story 1 --kind figure") { url, story, kinds, database };
        fetching.AddGuardTo(command);
        command.SetAction(parsed =>
        {
            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            string target = parsed.GetValue(url)!;
            if (HookSender.Refusal(target, settings) is { } refusal)
            {
                surroundings.Complaints.Fail(target, refusal);
                return ExitCode.SomeFailed;
            }

            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (parsed.GetValue(story) is { } one && !ledger.StoryNumbers().Contains(one))
            {
                surroundings.Complaints.Fail($"story {one}", "there is none of that number; `sanad stories` lists them");
                return ExitCode.SomeFailed;
            }

            var hook = Hooks.Hook.New(target, parsed.GetValue(story), parsed.GetValue(kinds) ?? [], surroundings.Time.GetUtcNow());
            ledger.Hooks().Add(hook);
            surroundings.Output.Write(Encoding.UTF8.GetBytes($"{hook.Id}\n{hook.Secret}\n"));
            if (surroundings.Complaints.IsTerminal) surroundings.Complaints.Remark("hook", "the secret is not shown again; `sanad serve` sends the messages");
            return ExitCode.Done;
        });
        return command;
    }
}
