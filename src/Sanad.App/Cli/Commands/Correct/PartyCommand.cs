using System.CommandLine;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct party</c>.</summary>
internal static class PartyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        const string Name = "As this article names him: name, id, or the stretch of a name ([120,134)).";
        Argument<string> first = CorrectOptions.Article("article", "The article that names the one."), second = CorrectOptions.Article("other-article", "The article that names the other; it may be the same.");
        Argument<string> one = new("name") { Description = Name, HelpName = "NAME" }, other = new("other-name") { Description = Name, HelpName = "OTHER-NAME" };
        (Option<bool> Yes, Option<bool> No) same = CorrectOptions.Either("--same", "They are one.", "--different", "They are two.");
        var options = new CorrectOptions();
        var command = new ExampleCommand("party", "Say that two names are of one person or body, or of two.",
            "sanad correct party id-suarapulau-20250311-bantah.txt 'Badan Penanggulangan Bencana Daerah' en-sowatribune-20250312-police.txt 'district disaster agency' --same --reason 'one agency'", "sanad correct party en-sowatribune-20250311-dam.txt 'Halim Perdasi' id-mediasowa-20250312-mandor.txt 'Halim Perdasi' --different --reason 'two men of one name'")
        {
            first, one, second, other, same.Yes, same.No,
        };
        options.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, surroundings, (finder, by) =>
        {
            if (CorrectOptions.Chosen(parsed, surroundings, same) is not { } isSame) return null;
            PartyTarget left = finder.Party(parsed.GetValue(first)!, parsed.GetValue(one)!), right = finder.Party(parsed.GetValue(second)!, parsed.GetValue(other)!);
            if (left.At != right.At) return new PartyCorrection(by.By, by.At, by.Reason, left, right, isSame) { Was = isSame ? "different" : "same", FoundBy = "parties" };
            CorrectOptions.Wrong(surroundings, $"both are {left.Name} at {left.At.Span}; give the stretch of another place where the name stands");
            return null;
        }));
        return command;
    }
}
