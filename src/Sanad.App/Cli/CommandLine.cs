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
    /// <returns>A code of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Surroundings surroundings)
    {
        // A plain command: a RootCommand calls itself by the name of its file.
        var root = new Command("sanad", "Reads press articles of a running story and keeps a sourced ledger: who said what, on whose word, and how it changed.")
        {
            ReadCommand.Create(surroundings),
            AddCommand.Create(surroundings),
            StoriesCommand.Create(surroundings),
            ShowCommand.Create(surroundings),
            BriefCommand.Create(surroundings),
            SearchCommand.Create(surroundings),
            ChangesCommand.Create(surroundings),
            ExportCommand.Create(surroundings),
            ImportCommand.Create(surroundings),
            CheckCommand.Create(surroundings),
            CorrectCommand.Create(surroundings),
            CorrectionsCommand.Create(surroundings),
            WatchCommand.Create(surroundings),
            ServeCommand.Create(surroundings),
            McpCommand.Create(surroundings),
            TokenCommand.Create(surroundings),
            HookCommand.Create(surroundings),
            DoctorCommand.Create(surroundings),
            DemoCommand.Create(surroundings),
            new HelpOption { Action = new HelpWithExamples(new HelpAction()) },
            new VersionOption(),
        };

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
