using Sanad.Language;

namespace Sanad.App.Cli;

/// <summary>What is to be said about languages.</summary>
internal static class Languages
{
    private static readonly Lazy<LanguageSet> Loaded = new(LanguageSet.Load);

    /// <summary>The languages there are, loaded when they are first asked for and once in a run.</summary>
    /// <exception cref="LanguageFileException">A language file is wrong.</exception>
    public static LanguageSet All => Loaded.Value;

    /// <summary>Begins to load them, for who will surely ask; what is wrong with them is said when they are asked for.</summary>
    public static void Begin() => ThreadPool.UnsafeQueueUserWorkItem(static _ =>
    {
        try
        {
            _ = All;
        }
        catch (LanguageFileException)
        {
            // Kept by the lazy value, which throws it again.
        }
    }, null);

    /// <summary>The complaint about a language that is not there; null for one that is, and for none.</summary>
    public static string? Unknown(LanguageSet languages, string? code) => code is null || languages.TryGet(code, out _)
        ? null
        : $"no language '{code}'; there are: {string.Join(", ", languages.All.Select(static pack => $"{pack.Code} ({pack.Name})"))}";
}
