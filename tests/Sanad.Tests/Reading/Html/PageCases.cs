using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;
using Xunit;

namespace Sanad.Tests.Reading.Html;

/// <summary>
/// Cases of pages: <c>NAME.html</c> as it was sent, <c>NAME.2.html</c> and so on where the article goes on, <c>NAME.sent.json</c> for the address and content type
/// that it came with, and <c>NAME.expected.json</c>, what is to be read from it.
/// </summary>
internal static class PageCases
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, NewLine = "\n",
    };

    private static readonly PageReader Pages = new(Reader.Languages);

    private static string Folder { get; } = Path.Combine(Checkout.Root, "tests", "Sanad.Tests", "Reading", "Html", "Cases");

    public static TheoryData<string> Named()
    {
        var names = new TheoryData<string>();
        foreach (string path in Directory.GetFiles(Folder, "*.html").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (!name.Contains('.', StringComparison.Ordinal)) names.Add(name);
        }

        return names;
    }

    public static PageReading Read(string name)
    {
        string sentPath = Path.Combine(Folder, name + ".sent.json");
        Sent sent = File.Exists(sentPath) ? JsonSerializer.Deserialize<Sent>(File.ReadAllText(sentPath), Options)! : new Sent(null, null);
        IEnumerable<string> further = Enumerable.Range(2, 8).Select(number => Path.Combine(Folder, $"{name}.{number}.html")).TakeWhile(File.Exists);
        DecodedText page = Decode(Path.Combine(Folder, name + ".html"), sent.ContentType);
        PageReading reading = Pages.Read(name, page.Text!, new Metadata { Url = sent.Url ?? $"https://kabarmuara.example/berita/{name}" }, [.. further.Select(path => Decode(path, null).Text!)]);
        return page.Remark is null ? reading : reading with { Remark = $"{page.Remark}; {reading.Remark}".TrimEnd(' ', ';') };
    }

    /// <remarks>Where SANAD_ACCEPT is set, what was read becomes what is expected; the difference is for people to review.</remarks>
    public static void AssertExpected(string name, PageReading reading)
    {
        string path = Path.Combine(Folder, name + ".expected.json"), read = JsonSerializer.Serialize(Shown.Of(reading), Options) + "\n";
        if (Environment.GetEnvironmentVariable("SANAD_ACCEPT") is not null) File.WriteAllText(path, read);
        Assert.Equal(File.ReadAllText(path), read);
    }

    private static DecodedText Decode(string path, string? contentType) => PageDecoder.Decode(File.ReadAllBytes(path), contentType);

    private sealed record Sent(string? Url, string? ContentType);

    private sealed record ShownPart(string Kind, string? Published, bool Heading, string Text);

    private sealed record Shown
    {
        public string? Remark { get; init; }

        public string? NextPage { get; init; }

        public string? Title { get; init; }

        public string? Outlet { get; init; }

        public string? Url { get; init; }

        public IReadOnlyList<string>? Byline { get; init; }

        public string? Published { get; init; }

        public string? Updated { get; init; }

        public string? Language { get; init; }

        public string? DeclaredLanguage { get; init; }

        public bool Foreign { get; init; }

        public bool Stub { get; init; }

        public IReadOnlyList<string>? Sources { get; init; }

        public IReadOnlyDictionary<string, string>? Paths { get; init; }

        public IReadOnlyList<ShownPart>? Parts { get; init; }

        public static Shown Of(PageReading reading)
        {
            var shown = new Shown { Remark = reading.Remark, NextPage = reading.NextPage };
            if (reading.Article is not { } article) return shown;
            return shown with
            {
                Title = article.Title, Outlet = article.Outlet, Url = article.Url, Byline = article.Byline.Count == 0 ? null : article.Byline, Published = article.Published, Updated = article.Updated,
                Language = article.Language, DeclaredLanguage = article.DeclaredLanguage, Foreign = article.IsForeign, Stub = article.IsStub, Sources = article.Sources.Count == 0 ? null : article.Sources,
                Paths = article.Paths.ToDictionary(static path => path.Field, static path => path.Path),
                Parts = [.. article.Parts.Select(part => new ShownPart(part.Kind.ToString().ToLowerInvariant(), part.Published, part.IsHeading, part.Span.Of(article.Text).ToString()))],
            };
        }
    }
}
