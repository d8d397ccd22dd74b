using System.CommandLine;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct</c>: a person's word against what the program found.</summary>
internal static class CorrectCommand
{
    public static Command Create(Surroundings surroundings) => new ExampleCommand("correct",
        "Correct what was found. Your word is kept apart from it, with your name and reason, and laid over it whatever is found the next time; `sanad corrections` lists and undoes. The examples are of the articles in samples/.",
        "sanad correct speaker id-suarapulau-20250313-akui.txt s2 'Gunadi Tarakani' --reason 'the director says so, not the company'",
        "sanad correct act id-suarapulau-20250311-bantah.txt s5 deny --reason 'enggan mengomentari'",
        "sanad correct statement id-suarapulau-20250311-bantah.txt s1 --not-a-statement --reason 'only the headline again'",
        "sanad correct figure id-suarapulau-20250310-jebol.txt f2 --value 14 --bound at_least --reason 'sedikitnya 14'",
        "sanad correct party id-suarapulau-20250311-bantah.txt 'Badan Penanggulangan Bencana Daerah' en-sowatribune-20250312-police.txt 'district disaster agency' --same --reason 'one agency'",
        "sanad correct story id-suarapulau-20250310-jebol.txt en-sowatribune-20250314-licence.txt --different --reason 'the licence is a story of its own'",
        "sanad correct copy id-mediasowa-20250312-mandor.txt id-kabarlereh-20250312-korban.txt --not --reason 'both were at the press conference'")
    {
        SpeakerCommand.Create(surroundings), ActCommand.Create(surroundings), StatementCommand.Create(surroundings), FigureCommand.Create(surroundings), PartyCommand.Create(surroundings), StoryCommand.Create(surroundings), CopyCommand.Create(surroundings),
    };
}
