using System.CommandLine;
using Sanad.App.Correcting;
using Sanad.App.Storage.Sqlite;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct story</c>.</summary>
internal static class StoryCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> first = CorrectOptions.Article("article", "The one article."), second = CorrectOptions.Article("other", "The other.");
        (Option<bool> Yes, Option<bool> No) same = CorrectOptions.Either("--same", "They tell one story.", "--different", "They tell two stories.");
        var options = new CorrectOptions();
        var command = new ExampleCommand("story", "Say that two articles tell one story, or two. It holds however often stories are grouped anew.",
            "sanad correct story id-suarapulau-20250310-jebol.txt en-sowatribune-20250314-licence.txt --different --reason 'the licence is a story of its own'") { first, second, same.Yes, same.No };
        options.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, surroundings, (finder, by) =>
        {
            if (CorrectOptions.Chosen(parsed, surroundings, same) is not { } isSame) return null;
            KeptArticle left = finder.Article(parsed.GetValue(first)!), right = finder.Article(parsed.GetValue(second)!);
            if (left.Id != right.Id)
                return new StoryCorrection(by.By, by.At, by.Reason, EntryFinder.Whole(left), EntryFinder.Whole(right), isSame) { Was = left.Story == right.Story ? "same" : "different", FoundBy = "grouping" };
            CorrectOptions.Wrong(surroundings, "both are one article");
            return null;
        }));
        return command;
    }
}
