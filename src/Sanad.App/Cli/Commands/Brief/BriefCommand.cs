using System.CommandLine;
using System.Text;
using Sanad.App.Cli.Commands.Show;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Brief;

/// <summary><c>sanad brief</c>: the story in a page, each line with its citations.</summary>
internal static class BriefCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<long> story = Options.Story();
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "markdown", "html", "json");
        Option<string?> language = new("--language", "-l") { Description = "Language of the brief's own words (id, en); without it, that of most of its articles.", HelpName = "CODE" };
        var command = new ExampleCommand("brief", "The story in a page: every line cites the words it rests on and was checked against them.",
            "sanad brief 1", "sanad brief 1 --format html > story.html") { story, database, format, language };
        command.SetAction(parsed =>
        {
            LanguageSet languages = Languages.All;
            if (Languages.Unknown(languages, parsed.GetValue(language)) is { } wrong)
            {
                surroundings.Complaints.Remark("usage", wrong);
                return ExitCode.WrongUsage;
            }

            if (ShowCommand.StoryOf(surroundings, languages, parsed.GetValue(database), parsed.GetValue(story)) is not { } ledger) return ExitCode.SomeFailed;
            var writer = new BriefWriter(languages);
            LanguagePack pack = languages.TryGet(parsed.GetValue(language), out LanguagePack chosen) ? chosen : writer.LanguageOf(ledger);
            Print(writer.Write(ledger, pack), ledger, pack, parsed.GetValue(format)!, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Prints the brief as text, in the language of most of its articles.</summary>
    public static void Print(StoryLedger story, LanguageSet languages, StandardOutput output)
    {
        var writer = new BriefWriter(languages);
        LanguagePack pack = writer.LanguageOf(story);
        Print(writer.Write(story, pack), story, pack, "text", output);
    }

    private static void Print(Ledger.Brief brief, StoryLedger story, LanguagePack language, string format, StandardOutput output)
    {
        var notes = new CorrectionNotes(brief, story, new BriefWords(language));
        if (format == "text")
        {
            using var page = new Page(output);
            BriefPage.Print(page, brief, story, notes);
            return;
        }

        if (format == "json")
        {
            BriefJson.Write(output, brief, story, language.Code, notes);
            return;
        }

        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        if (format == "markdown") BriefMarkdown.Write(text, brief, story, notes);
        else BriefHtml.Write(text, brief, story, language.Code, notes);
    }
}
