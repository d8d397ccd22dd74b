using System.CommandLine;

namespace Sanad.App.Cli;

/// <summary>A command whose help ends with examples that work as typed.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}
