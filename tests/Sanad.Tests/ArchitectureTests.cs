using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Xunit;

namespace Sanad.Tests;

/// <summary>Data goes one way through the folders: what <c>ARCHITECTURE.md</c> says, read from the compiled library.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Each folder may depend on those before it.</summary>
    private static readonly string[] Order = ["Text", "Language", "Reading", "Time", "Figures", "Parties", "Attribution", "Stories", "Ledger"];

    private static readonly Architecture Library = new ArchLoader().LoadAssemblies(typeof(Analyzer).Assembly).Build();

    [Fact]
    public void A_folder_depends_only_on_those_before_it() => Assert.Empty(Dependencies().Where(static pair => pair.To > pair.From).Select(Print));

    [Fact]
    public void What_a_sentence_mentions_is_found_independently() =>
        Assert.Empty(Dependencies().Where(static pair => IsSibling(pair.From) && IsSibling(pair.To) && pair.From != pair.To && !pair.Target.Name.StartsWith("CalendarValue", StringComparison.Ordinal)
            && !pair.Target.Name.StartsWith("Grain", StringComparison.Ordinal)).Select(Print));

    [Fact]
    public void Every_folder_is_in_the_order()
    {
        string[] folders = [.. Library.Types.Select(FolderOf).Where(static folder => folder.Length > 0).Distinct()];
        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Contains(folder, Order));
    }

    private static bool IsSibling(int folder) => Order[folder] is "Time" or "Figures" or "Parties";

    private static IEnumerable<(IType Source, IType Target, int From, int To)> Dependencies()
    {
        foreach (IType type in Library.Types)
        {
            int from = Array.IndexOf(Order, FolderOf(type));
            if (from < 0) continue;
            foreach (IType target in type.Dependencies.Select(static dependency => dependency.Target).Distinct())
            {
                int to = Array.IndexOf(Order, FolderOf(target));
                if (to >= 0) yield return (type, target, from, to);
            }
        }
    }

    private static string FolderOf(IType type)
    {
        string[] names = type.Namespace?.FullName.Split('.') ?? [];
        return names.Length > 1 && names[0] == "Sanad" ? names[1] : "";
    }

    private static string Print((IType Source, IType Target, int From, int To) pair) => $"{pair.Source.FullName} -> {pair.Target.FullName}";
}
