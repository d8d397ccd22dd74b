using System.CommandLine;
using Sanad.Attribution;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct speaker</c>.</summary>
internal static class SpeakerCommand
{
    /// <summary>Stands for a speaker who cannot be told.</summary>
    private const string Nobody = "-";

    public static Command Create(Surroundings surroundings)
    {
        Argument<string> article = CorrectOptions.Article("article", "The article.");
        Argument<string> statement = new("statement") { Description = "Its id (s4), as `sanad read` and `sanad show` print it, or its stretch ([120,160)).", HelpName = "STATEMENT" };
        Argument<string> name = new("name") { Description = $"Who says it: a name of the article, or a new one; joint speakers parted by \"; \"; {Nobody} when it cannot be told.", HelpName = "NAME" };
        Option<string?> party = new("--party") { Description = "Id of the party where the name is not in the article: state:RU, body:pentagon, person:antony-blinken.", HelpName = "ID" };
        var options = new CorrectOptions();
        var command = new ExampleCommand("speaker", "Say who made a statement.", "sanad correct speaker id-suarapulau-20250313-akui.txt s2 'Gunadi Tarakani' --reason 'the director says so, not the company'") { article, statement, name, party };
        options.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, surroundings, (finder, by) =>
        {
            (CorrectionTarget target, Statement found, _) = finder.Statement(parsed.GetValue(article)!, parsed.GetValue(statement)!);
            string who = parsed.GetValue(name)!.Trim();
            if (who.Length == 0)
            {
                CorrectOptions.Wrong(surroundings, $"a speaker has a name; {Nobody} when it cannot be told who says it");
                return null;
            }

            return new SpeakerCorrection(by.By, by.At, by.Reason, target, who == Nobody ? null : who, parsed.GetValue(party)) { Was = found.Speaker.Name ?? "nobody", FoundBy = found.FoundBy };
        }));
        return command;
    }
}
