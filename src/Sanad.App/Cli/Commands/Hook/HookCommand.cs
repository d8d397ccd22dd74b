using System.CommandLine;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook</c>: who is told of changes over HTTP, and how that goes.</summary>
internal static class HookCommand
{
    public static Command Create(Surroundings surroundings) => new ExampleCommand("hook", "Have changes told over HTTP (webhooks): who is told, of what, and how it went. `sanad serve` sends them.",
        "sanad hook add https://desk.example/sanad --story 1 --kind figure denied", "sanad hook list", "sanad hook log --dead")
    {
        HookAddCommand.Create(surroundings), HookListCommand.Create(surroundings), HookRemoveCommand.Create(surroundings), HookTestCommand.Create(surroundings),
        HookLogCommand.Create(surroundings), HookRetryCommand.Create(surroundings), HookDeliverCommand.Create(surroundings),
    };

    public static Argument<string> Id() => new("id") { Description = "As `sanad hook list` prints it.", HelpName = "ID" };

    /// <summary>"revised, denied of story 1": what a hook is told of.</summary>
    public static string TopicOf(Hooks.Hook hook) =>
        $"{(hook.Kinds.Count == 0 ? "all changes" : string.Join(", ", hook.Kinds))}{(hook.Story is { } story ? FormattableString.Invariant($" of story {story}") : "")}";

    /// <summary>Complains that there is no such hook.</summary>
    public static int Unknown(string id, Surroundings surroundings)
    {
        surroundings.Complaints.Fail($"hook {id}", "there is none of that id; `sanad hook list` lists them");
        return ExitCode.SomeFailed;
    }
}
