using System.CommandLine;
using Sanad.App.Cli.Commands.Show;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary><c>sanad brief</c>: the story in a page, each line with its citation.</summary>
internal static class BriefCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<long> story = Options.Story();
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("brief", "The story in a page: every line cites the words it rests on.", "sanad brief 1") { story, database };
        command.SetAction(parsed =>
        {
            if (ShowCommand.StoryOf(surroundings, parsed.GetValue(database), parsed.GetValue(story)) is not { } ledger) return ExitCode.SomeFailed;
            Print(ledger, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    public static void Print(StoryLedger story, StandardOutput output)
    {
        using var page = new Page(output);
        page.Title(story.Title);
        foreach (TimelineEntry entry in story.Timeline)
        {
            page.Line($"[bold]{Page.Safe(entry.On)}[/] {Page.Safe(entry.Text)}");
            foreach (Citation citation in entry.Citations) page.Line($"[grey]{Page.Safe(citation.Source)} {Page.Safe(citation.Span.ToString())} “{Page.Safe(Printable.Line(citation.Quote, 160))}”[/]", 4);
        }
    }
}
