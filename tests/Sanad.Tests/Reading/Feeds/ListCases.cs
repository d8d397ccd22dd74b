using Xunit;

namespace Sanad.Tests.Reading.Feeds;

/// <summary>The folders of cases: in each a list as it was sent, and <c>expected.txt</c>, what is to be read from it.</summary>
internal static class ListCases
{
    private static string Folder { get; } = Path.Combine(Checkout.Root, "tests", "Sanad.Tests", "Reading", "Feeds", "Cases");

    public static TheoryData<string> Named(string file)
    {
        var names = new TheoryData<string>();
        foreach (string folder in Directory.GetDirectories(Folder).Order(StringComparer.Ordinal))
        {
            if (Directory.GetFiles(folder, file).Length > 0) names.Add(Path.GetFileName(folder));
        }

        return names;
    }

    public static byte[] Read(string name, string file) => File.ReadAllBytes(Directory.GetFiles(Path.Combine(Folder, name), file).Single());

    /// <summary>All lists of all cases, whatever they are.</summary>
    public static IEnumerable<byte[]> All() =>
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(static path => Path.GetFileName(path) != "expected.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    /// <remarks>Where SANAD_ACCEPT is set, what was read becomes what is expected; the difference is for people to review.</remarks>
    public static void AssertExpected(string name, string read)
    {
        string path = Path.Combine(Folder, name, "expected.txt");
        if (Environment.GetEnvironmentVariable("SANAD_ACCEPT") is not null) File.WriteAllText(path, read);
        Assert.Equal(File.ReadAllText(path), read);
    }
}
