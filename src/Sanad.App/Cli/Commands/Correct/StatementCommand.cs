using System.CommandLine;
using Sanad.App.Correcting;
using Sanad.Attribution;
using Sanad.Ledger.Corrections;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct statement</c>.</summary>
internal static class StatementCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> article = CorrectOptions.Article("article", "The article.");
        Argument<string> statement = new("statement") { Description = "Its id (s4) or its stretch ([120,160)).", HelpName = "STATEMENT" };
        Option<string?> words = new("--words") { Description = "What was said, word for word as the article has it.", HelpName = "WORDS" };
        Option<bool> none = new("--not-a-statement") { Description = "Nobody said so: it is struck out." };
        var options = new CorrectOptions();
        var command = new ExampleCommand("statement", "Strike out what is no statement, or say which words were said.",
            "sanad correct statement id-suarapulau-20250311-bantah.txt s1 --not-a-statement --reason 'only the headline again'", "sanad correct statement id-suarapulau-20250311-bantah.txt s2 --words 'Semua sensor hijau' --reason 'the day is the reporter\'s'")
        {
            article, statement, words, none,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            string? said = parsed.GetValue(words);
            if (parsed.GetValue(none) != string.IsNullOrEmpty(said)) return CorrectOptions.Wrong(surroundings, "say either --words or --not-a-statement");
            return options.Run(parsed, surroundings, (finder, by) =>
            {
                (CorrectionTarget target, Statement found, Analysis analysis) = finder.Statement(parsed.GetValue(article)!, parsed.GetValue(statement)!);
                TextSpan? content = string.IsNullOrEmpty(said) ? null : EntryFinder.Words(analysis, found, said);
                return new StatementCorrection(by.By, by.At, by.Reason, target, content) { Was = analysis.ContentOf(found), FoundBy = found.FoundBy };
            });
        });
        return command;
    }
}
