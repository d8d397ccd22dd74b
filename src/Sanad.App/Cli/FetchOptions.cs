using System.CommandLine;
using System.Globalization;
using Sanad.App.Fetching;

namespace Sanad.App.Cli;

/// <summary>The options of commands that fetch.</summary>
internal sealed class FetchOptions
{
    /// <summary>Articles read of one list where nothing is said.</summary>
    public const int UsualLimit = 100;

    private const int HighestLimit = 50_000;

    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Fetch from this machine and its own network too (also $SANAD_ALLOW_PRIVATE=1).",
    };

    private readonly Option<bool> _offline = new("--offline") { Description = "Fetch nothing, whatever addresses are given." };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "Articles read of one feed or sitemap, at most.", HelpName = "N", DefaultValueFactory = static _ => UsualLimit,
    };

    public FetchOptions() => _limit.Validators.Add(static result =>
    {
        if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int limit) || limit is < 1 or > HighestLimit)) result.AddError($"--limit is a number from 1 to {HighestLimit}");
    });

    /// <param name="canBeOffline">Whether the command has work without fetching.</param>
    public void AddTo(Command command, bool canBeOffline = true)
    {
        command.Add(_limit);
        command.Add(_allowPrivate);
        if (canBeOffline) command.Add(_offline);
    }

    /// <summary>For a command that sends but reads no lists.</summary>
    public void AddGuardTo(Command command) => command.Add(_allowPrivate);

    public int LimitOf(ParseResult parsed) => parsed.GetValue(_limit);

    public bool IsOffline(ParseResult parsed) => parsed.GetValue(_offline);

    /// <returns>Null where a variable of the environment is wrong, which has been complained of.</returns>
    public FetchSettings? SettingsOf(ParseResult parsed, Complaints complaints)
    {
        FetchSettings settings = FetchSettings.Read(Environment.GetEnvironmentVariable, parsed.GetValue(_allowPrivate), out string? complaint);
        if (complaint is null) return settings;
        complaints.Remark("usage", complaint);
        return null;
    }
}
