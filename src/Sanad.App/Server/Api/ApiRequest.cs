using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Server.LedgerAccess;
using Sanad.Language;

namespace Sanad.App.Server.Api;

/// <summary>A program's request, with what it may ask of. What is asked wrongly is told and never passed over.</summary>
internal sealed class ApiRequest(HttpContext http)
{
    /// <summary>Longest words that are searched for, in UTF-16 code units.</summary>
    private const int LongestWords = 300;

    public HttpContext Http => http;

    public LedgerPool Pool => http.RequestServices.GetRequiredService<LedgerPool>();

    public LanguageSet Languages => http.RequestServices.GetRequiredService<LanguageSet>();

    public CancellationToken Stop => http.RequestAborted;

    /// <exception cref="ProblemException">There is no such story.</exception>
    public async Task<OpenStory> StoryAsync(long number) =>
        await http.RequestServices.GetRequiredService<StoryCache>().FindAsync(number, Stop) ?? throw new ProblemException(StatusCodes.Status404NotFound, $"there is no story {number}");

    /// <summary>A number of the address.</summary>
    /// <exception cref="ProblemException">It is none, so that nothing is called so.</exception>
    public long Number(string name) => long.TryParse((string?)http.Request.RouteValues[name], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? number : throw new ProblemException(StatusCodes.Status404NotFound, $"'{http.Request.RouteValues[name]}' is no number of anything here");

    public string Route(string name) => (string)http.Request.RouteValues[name]!;

    public int Limit(int usual, int most)
    {
        string? text = Given("limit");
        if (text is null) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit >= 1 && limit <= most ? limit : throw Wrong("limit", $"is a number from 1 to {most}");
    }

    public long? Long(string name)
    {
        if (Given(name) is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw Wrong(name, "is a number");
    }

    public string? Day(string name)
    {
        if (Given(name) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : throw Wrong(name, "is a day like 2025-03-13");
    }

    public string? Words(string name) => Given(name) switch
    {
        null => null,
        { Length: > LongestWords } => throw Wrong(name, $"is longer than {LongestWords} characters"),
        var text => text.Trim(),
    };

    public string? OneOf(string name, IReadOnlyList<string> values)
    {
        if (Given(name) is not { } text) return null;
        return values.Contains(text) ? text : throw Wrong(name, $"is one of {string.Join(", ", values)}");
    }

    public bool Flag(string name) => OneOf(name, ["true", "false"]) == "true";

    /// <summary>What an earlier answer gave as <c>next</c>, taken apart; null where the answer is to begin.</summary>
    public string[]? Cursor(int fields)
    {
        if (Given("cursor") is not { } text) return null;
        try
        {
            string[] parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text)).Split('|');
            if (parts.Length == fields) return parts;
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw Wrong("cursor", "is none that an answer gave");
    }

    /// <summary>A place to go on from, which those who ask have no need to understand.</summary>
    public static string CursorOf(params ReadOnlySpan<object?> fields)
    {
        var parts = new List<string>(fields.Length);
        foreach (object? field in fields) parts.Add(Convert.ToString(field, CultureInfo.InvariantCulture) ?? "");
        return WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Join('|', parts)));
    }

    public static long NumberIn(string field) => long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw Wrong("cursor", "is none that an answer gave");

    public static ProblemException Wrong(string name, string why) => new(StatusCodes.Status400BadRequest, $"'{name}' {why}");

    private string? Given(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
}
