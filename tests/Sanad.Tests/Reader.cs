using Sanad.Language;
using Sanad.Reading.Plain;

namespace Sanad.Tests;

/// <summary>Reads texts as the program does.</summary>
internal static class Reader
{
    public static LanguageSet Languages { get; } = LanguageSet.Load();

    public static Analyzer Analyzer { get; } = new(Languages);

    public static Analysis Analyze(string text, string language, string? published = null, string source = "test", string? outlet = null) =>
        Analyzer.Analyze(new PlainReader(Languages).Read(source, text, new Metadata { Language = language, Published = published, Outlet = outlet }));

    /// <summary>One sentence as the body of an article with a title of its own.</summary>
    public static Analysis Sentence(string sentence, string language, string? published = null) =>
        Analyze("-\n\n" + sentence, language, published);
}
