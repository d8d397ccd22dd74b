using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Pages.Story;

/// <summary>Which statements of a story are asked for. What is null is not asked.</summary>
/// <param name="Party">Id of a party.</param>
/// <param name="Origin">Index of a shared origin, or <see cref="OwnReports"/>.</param>
/// <param name="Words">All of them have to occur in what was said.</param>
public sealed record StatementFilter(string? Party, Act? Act, DateOnly? From, DateOnly? To, string? Outlet, string? Origin, string? Words, int Number)
{
    /// <summary>The value of <see cref="Origin"/> that asks for articles which copy nothing and are not copied.</summary>
    public const string OwnReports = "own";

    /// <summary>Most UTF-16 code units of a parameter.</summary>
    private const int Longest = 300;

    public static StatementFilter None { get; } = new(null, null, null, null, null, null, null, 1);

    public bool IsNone => this with { Number = 1 } == None;

    /// <summary>What the address asks; a parameter that cannot be read is not asked.</summary>
    public static StatementFilter Of(IQueryCollection query) => new(
        Text(query, "party"), Enum.TryParse(Text(query, "act"), ignoreCase: true, out Act act) && Enum.IsDefined(act) ? act : null, Day(query, "from"), Day(query, "to"),
        Text(query, "outlet"), Text(query, "origin"), Text(query, "q"), PageNumber.Of(query));

    public bool Asks(Saying saying, OpenStory story)
    {
        foreach (PlacedStatement place in saying.Places)
        {
            if (Asks(place, story)) return true;
        }

        return false;
    }

    /// <summary>The address of the same choice, without the number of the page.</summary>
    public string Address(string path) => Addresses.With(path, ("party", Party), ("act", Act?.ToString().ToLowerInvariant()), ("from", Iso(From)), ("to", Iso(To)), ("outlet", Outlet), ("origin", Origin), ("q", Words));

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private bool Asks(PlacedStatement place, OpenStory story)
    {
        if (Act is not null && place.Statement.Act != Act) return false;
        if (Party is not null && !StoryPeople.Of(story).Speaks(place.Source, place.Statement.Speaker, Party)) return false;
        if (From is not null && !(place.On >= From)) return false;
        if (To is not null && !(place.On <= To)) return false;
        if (Outlet is not null && story.OutletOf(place.Source) != Outlet) return false;
        if (Origin is not null && (story.Origins.IndexOf(place.Source)?.ToString(CultureInfo.InvariantCulture) ?? OwnReports) != Origin) return false;
        if (Words is null) return true;
        string said = place.In.ContentOf(place.Statement);
        foreach (string word in Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!said.Contains(word, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 and <= Longest } text ? text : null;

    private static DateOnly? Day(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
