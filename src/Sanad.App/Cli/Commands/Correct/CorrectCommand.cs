using System.CommandLine;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary><c>sanad correct</c>: a person's word against what the program found.</summary>
internal static class CorrectCommand
{
    public static Command Create(Surroundings surroundings) => new ExampleCommand("correct",
        "Correct what was found. Your word is kept apart from it, with your name and reason, and laid over it whatever is found the next time; `sanad corrections` lists and undoes.",
        "sanad correct speaker article.txt s2 'Rahman Lesmana' --reason 'the minister says so, not his ministry'",
        "sanad correct act article.txt s1 deny --reason 'membantah'",
        "sanad correct figure article.txt f1 --value 14 --bound at_least --reason 'sedikitnya 14'",
        "sanad correct party a.txt 'Rahman' b.txt 'Rahman Lesmana' --same --reason 'one minister'",
        "sanad correct story a.txt b.txt --different --reason 'two dams'",
        "sanad correct copy b.txt a.txt --not --reason 'both were at the press conference'")
    {
        SpeakerCommand.Create(surroundings), ActCommand.Create(surroundings), FigureCommand.Create(surroundings), PartyCommand.Create(surroundings), StoryCommand.Create(surroundings), CopyCommand.Create(surroundings),
    };
}
