using Sanad.Language;

namespace Sanad.App.Cli;

/// <summary>What is to be said about languages.</summary>
internal static class Languages
{
    /// <summary>The complaint about a language that is not there; null for one that is, and for none.</summary>
    public static string? Unknown(LanguageSet languages, string? code) => code is null || languages.TryGet(code, out _)
        ? null
        : $"no language '{code}'; there are: {string.Join(", ", languages.All.Select(static pack => $"{pack.Code} ({pack.Name})"))}";
}
