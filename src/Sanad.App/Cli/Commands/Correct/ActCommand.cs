using System.CommandLine;
using Sanad.App.Json;
using Sanad.Attribution;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct act</c>.</summary>
internal static class ActCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> article = CorrectOptions.Article("article", "The article.");
        Argument<string> statement = new("statement") { Description = "Its id (s4) or its stretch ([120,160)).", HelpName = "STATEMENT" };
        Argument<string> act = new("act") { Description = "What the speaker does by saying it.", HelpName = string.Join('|', JsonNames<Act>.All) };
        act.AcceptOnlyFromAmong([.. JsonNames<Act>.All]);
        var options = new CorrectOptions();
        var command = new ExampleCommand("act", "Say what a statement does: confirm, deny, warn …", "sanad correct act id-suarapulau-20250311-bantah.txt s5 deny --reason 'enggan mengomentari'") { article, statement, act };
        options.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, surroundings, (finder, by) =>
        {
            (CorrectionTarget target, Statement found, _) = finder.Statement(parsed.GetValue(article)!, parsed.GetValue(statement)!);
            JsonNames<Act>.TryParse(parsed.GetValue(act)!, out Act to);
            return new ActCorrection(by.By, by.At, by.Reason, target, to) { Was = JsonNames<Act>.Of(found.Act).ToString(), FoundBy = found.FoundBy };
        }));
        return command;
    }
}
