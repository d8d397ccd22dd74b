using System.CommandLine;
using Sanad.App.Correcting;
using Sanad.App.Storage.Sqlite;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct copy</c>.</summary>
internal static class CopyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> copy = CorrectOptions.Article("article", "The copy."), origin = CorrectOptions.Article("origin", "What it is copied from.");
        (Option<bool> Yes, Option<bool> No) isCopy = CorrectOptions.Either("--is", "It is a copy of it.", "--not", "It is none.");
        var options = new CorrectOptions();
        var command = new ExampleCommand("copy", "Say that an article is a copy of another of its story, or that it is none.", "sanad correct copy id-mediasowa-20250312-mandor.txt id-kabarlereh-20250312-korban.txt --not --reason 'both were at the press conference'") { copy, origin, isCopy.Yes, isCopy.No };
        options.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, surroundings, (finder, by) =>
        {
            if (CorrectOptions.Chosen(parsed, surroundings, isCopy) is not { } isOne) return null;
            KeptArticle left = finder.Article(parsed.GetValue(copy)!), right = finder.Article(parsed.GetValue(origin)!);
            if (left.Id != right.Id) return new CopyCorrection(by.By, by.At, by.Reason, EntryFinder.Whole(left), EntryFinder.Whole(right), isOne) { Was = isOne ? "no copy" : "copy", FoundBy = "copies" };
            CorrectOptions.Wrong(surroundings, "both are one article");
            return null;
        }));
        return command;
    }
}
