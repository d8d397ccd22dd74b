using System.Globalization;

namespace Sanad.App.Fetching;

/// <summary>How fetching is set up by options and environment.</summary>
internal sealed record FetchSettings
{
    /// <summary>Whether addresses of this machine and its network may be fetched.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>What servers are told that asks them: name, version, purpose and where its keeper is found, if that is set.</summary>
    public string UserAgent { get; init; } = AgentWith(null);

    public TransferLimits Transfer { get; init; } = new();

    public Courtesy Courtesy { get; init; } = new();

    /// <summary>The name by which a robots.txt addresses Sanad.</summary>
    public const string RobotName = "Sanad";

    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <param name="complaint">What is wrong with a variable; null when all are right.</param>
    public static FetchSettings Read(Func<string, string?> variable, bool allowPrivate, out string? complaint)
    {
        string? wrong = null;
        TimeSpan Seconds(string name, TimeSpan usual)
        {
            if (variable(name) is not { Length: > 0 } text) return usual;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= 86400) return TimeSpan.FromSeconds(seconds);
            wrong = $"${name} is a number of seconds, not '{text}'";
            return usual;
        }

        string? contact = variable("SANAD_CONTACT");
        if (contact is not null && contact.AsSpan().IndexOfAny(NotInComments) >= 0 | !System.Text.Ascii.IsValid(contact) | contact.Any(char.IsControl)) wrong = "$SANAD_CONTACT is an address like https://example.org/about, without brackets";
        var transfer = new TransferLimits();
        var courtesy = new Courtesy();
        var settings = new FetchSettings
        {
            AllowPrivate = allowPrivate || variable("SANAD_ALLOW_PRIVATE") is "1" or "true",
            UserAgent = AgentWith(wrong is null ? contact : null),
            Transfer = transfer with
            {
                Connect = Seconds("SANAD_FETCH_CONNECT", transfer.Connect), Whole = Seconds("SANAD_FETCH_TIME", transfer.Whole), Grace = Seconds("SANAD_FETCH_GRACE", transfer.Grace),
            },
            Courtesy = courtesy with { Interval = Seconds("SANAD_FETCH_INTERVAL", courtesy.Interval), LongestWait = Seconds("SANAD_FETCH_WAIT", courtesy.LongestWait) },
        };
        complaint = wrong;
        return settings;
    }

    private static readonly System.Buffers.SearchValues<char> NotInComments = System.Buffers.SearchValues.Create("()\\");

    private static string AgentWith(string? contact) => $"{RobotName}/{typeof(FetchSettings).Assembly.GetName().Version?.ToString(2)} (news ledger{(string.IsNullOrEmpty(contact) ? "" : $"; +{contact}")})";
}
