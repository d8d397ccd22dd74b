using System.Globalization;
using System.Text;
using Sanad.Text;

namespace Sanad.App.Server.Pages;

/// <summary>Addresses of the pages, relative to the server. They stay what they are: others link to them.</summary>
internal static class Addresses
{
    /// <summary>Where a page marks the stretch that a link leads to.</summary>
    public const string Here = "here";

    public static string Story(long story) => string.Create(CultureInfo.InvariantCulture, $"/stories/{story}");

    /// <param name="section">As <see cref="StorySections"/> names it.</param>
    public static string Section(long story, string section) => $"{Story(story)}/{section}";

    public static string Compare(long story, long a, long b) => string.Create(CultureInfo.InvariantCulture, $"{Story(story)}/compare?a={a}&b={b}");

    /// <param name="line">Number of the figure line, from 1, as the ledger lists them.</param>
    /// <param name="format"><c>png</c> or <c>svg</c>.</param>
    public static string Chart(long story, int line, string format) => string.Create(CultureInfo.InvariantCulture, $"/api/stories/{story}/charts/{line}.{format}");

    /// <param name="map">From 1: that of where most entries are comes first, where there are two.</param>
    /// <param name="format"><c>png</c> or <c>svg</c>.</param>
    public static string Map(long story, int map, string format) => string.Create(CultureInfo.InvariantCulture, $"/api/stories/{story}/maps/{map}.{format}");

    public static string Article(long article) => string.Create(CultureInfo.InvariantCulture, $"/articles/{article}");

    /// <summary>The article's page, opened at a stretch of its text, which it marks.</summary>
    public static string Article(long article, TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"/articles/{article}?at={span.Start}-{span.End}#{Here}");

    /// <summary>The same for an entry whose words stand in several stretches: from the first to the last.</summary>
    public static string Article(long article, IReadOnlyList<TextSpan> spans) => spans.Count == 0 ? Article(article) : Article(article, new TextSpan(spans[0].Start, spans[^1].End));

    /// <summary>Two versions of the article's text side by side.</summary>
    public static string Versions(long article, long a, long b) => string.Create(CultureInfo.InvariantCulture, $"{Article(article)}/versions?a={a}&b={b}");

    /// <summary>All corrections.</summary>
    public const string Corrections = "/corrections";

    /// <summary>The article's page with what a correction made of it.</summary>
    /// <param name="entries">That say something else now.</param>
    public static string Changed(long article, int entries) => string.Create(CultureInfo.InvariantCulture, $"{Article(article)}?changed={entries}");

    /// <summary>Where an entry of the article is corrected, or the article as a whole.</summary>
    public static string Correct(long article, string entry) => With(Article(article) + "/correct", ("entry", entry));

    /// <summary>Where a correction of the article is undone.</summary>
    public static string Undo(long article, string correction) => With(Article(article) + "/correct", ("undo", correction));

    /// <summary>What became of an address that was to be added.</summary>
    public static string Job(long job) => string.Create(CultureInfo.InvariantCulture, $"/add/{job}");

    public static string Party(string id) => "/parties/" + Uri.EscapeDataString(id);

    /// <summary>A path with the parameters that have a value.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var address = new StringBuilder(path);
        char mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach ((string name, string? value) in parameters)
        {
            if (string.IsNullOrEmpty(value)) continue;
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return address.ToString();
    }
}
