using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Sanad.Tests;

/// <summary>Every row of every language's example file of that name: language, the row's fields.</summary>
internal sealed class LanguageExamplesAttribute(string file) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (string folder in Directory.GetDirectories(Path.Combine(Checkout.Root, "languages")).Order(StringComparer.Ordinal))
        {
            string path = Path.Combine(folder, "examples", file);
            if (!File.Exists(path)) continue;
            foreach (string line in File.ReadLines(path))
            {
                if (line.Length > 0 && line[0] != '#') rows.Add(new TheoryDataRow<string, string[]>(Path.GetFileName(folder), line.Split('\t')));
            }
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>The folder that holds the solution.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Sanad.slnx"))) return folder;
        }

        throw new DirectoryNotFoundException("no checkout above " + AppContext.BaseDirectory);
    }
}
