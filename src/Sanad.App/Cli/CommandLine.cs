using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using Sanad.App.Cli.Commands.Add;
using Sanad.App.Cli.Commands.Brief;
using Sanad.App.Cli.Commands.Changes;
using Sanad.App.Cli.Commands.Check;
using Sanad.App.Cli.Commands.Correct;
using Sanad.App.Cli.Commands.Corrections;
using Sanad.App.Cli.Commands.Demo;
using Sanad.App.Cli.Commands.Doctor;
using Sanad.App.Cli.Commands.Export;
using Sanad.App.Cli.Commands.Hook;
using Sanad.App.Cli.Commands.Import;
using Sanad.App.Cli.Commands.Mcp;
using Sanad.App.Cli.Commands.Read;
using Sanad.App.Cli.Commands.Search;
using Sanad.App.Cli.Commands.Serve;
using Sanad.App.Cli.Commands.Show;
using Sanad.App.Cli.Commands.Stories;
using Sanad.App.Cli.Commands.Token;
using Sanad.App.Cli.Commands.Watch;

namespace Sanad.App.Cli;

/// <summary>Finds the command that the words of the command line ask for, and runs it.</summary>
internal static class CommandLine
{
    /// <summary>The commands, as help lists them, and whether they read texts.</summary>
    private static readonly (string Name, Func<Surroundings, Command> Create, bool Reads)[] Commands =
    [
        ("read", ReadCommand.Create, true),
        ("add", AddCommand.Create, true),
        ("stories", StoriesCommand.Create, true),
        ("show", ShowCommand.Create, true),
        ("brief", BriefCommand.Create, true),
        ("search", SearchCommand.Create, false),
        ("changes", ChangesCommand.Create, false),
        ("export", ExportCommand.Create, true),
        ("import", ImportCommand.Create, true),
        ("check", CheckCommand.Create, true),
        ("correct", CorrectCommand.Create, true),
        ("corrections", CorrectionsCommand.Create, true),
        ("watch", WatchCommand.Create, true),
        ("serve", ServeCommand.Create, true),
        ("mcp", McpCommand.Create, true),
        ("token", TokenCommand.Create, false),
        ("hook", HookCommand.Create, false),
        ("doctor", DoctorCommand.Create, true),
        ("demo", DemoCommand.Create, true),
    ];

    /// <returns>A code of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Surroundings surroundings)
    {
        // A plain command: a RootCommand calls itself by the name of its file.
        var root = new Command("sanad", "Reads press articles of a running story and keeps a sourced ledger: who said what, on whose word, and how it changed.")
        {
            new HelpOption { Action = new HelpWithExamples(new HelpAction()) },
            new VersionOption(),
        };
        int asked = args.Length == 0 ? -1 : Array.FindIndex(Commands, command => command.Name == args[0]);
        // The word lists are read while the command line is, since that takes as long.
        if (asked >= 0 && Commands[asked].Reads) Languages.Begin();
        // Making all commands takes longer than many a run of one.
        foreach ((_, Func<Surroundings, Command> create, _) in asked < 0 ? Commands : [Commands[asked]]) root.Add(create(surroundings));

        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            if (args.Length == 0) return Help(root, surroundings);
            foreach (ParseError error in parsed.Errors) surroundings.Complaints.Remark("usage", error.Message);
            surroundings.Complaints.Remark("usage", $"`{NameOf(parsed)} --help` tells more");
            return ExitCode.WrongUsage;
        }

        using var text = new StreamWriter(surroundings.Output, new UTF8Encoding(false), leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = text });
    }

    private static int Help(Command root, Surroundings surroundings)
    {
        using var text = new StreamWriter(surroundings.Output, new UTF8Encoding(false), leaveOpen: true);
        return root.Parse(["--help"]).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = text });
    }

    private static string NameOf(ParseResult parsed)
    {
        string name = parsed.CommandResult.Command.Name;
        for (SymbolResult? above = parsed.CommandResult.Parent; above is CommandResult { Command.Name: var outer }; above = above.Parent) name = $"{outer} {name}";
        return name;
    }

    /// <summary>The usual help, and below it the command's examples.</summary>
    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parsed)
        {
            int code = help.Invoke(parsed);
            if (parsed.CommandResult.Command is not ExampleCommand { Examples: var examples }) return code;
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (string example in examples) output.WriteLine("  " + example);
            output.WriteLine();
            return code;
        }
    }
}
