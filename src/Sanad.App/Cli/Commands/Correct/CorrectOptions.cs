using System.CommandLine;
using System.Globalization;
using Sanad.App.Correcting;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Correct;

/// <summary>Who corrects, and why.</summary>
internal sealed record Authorship(string By, DateTimeOffset At, string Reason);

/// <summary>What all corrections have in common: author, reason, ledger; and what is done with them.</summary>
internal sealed class CorrectOptions
{
    private readonly Option<string> _reason = new("--reason", "-r") { Description = "Why; it is kept and shown with the entry.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> _by = new("--by") { Description = "Who says so. Without it $SANAD_AUTHOR, else the name you are logged in by.", HelpName = "NAME" };
    private readonly Option<string?> _database = Options.Database();

    public static Argument<string> Article(string name, string description) => new(name) { Description = description + " Its name as `sanad show` prints it, the end of that behind a \"/\", its address, or the hash of its text.", HelpName = name.ToUpperInvariant() };

    /// <summary>One of two flags, of which one has to be given.</summary>
    public static (Option<bool> Yes, Option<bool> No) Either(string yes, string yesDescription, string no, string noDescription) =>
        (new Option<bool>(yes) { Description = yesDescription }, new Option<bool>(no) { Description = noDescription });

    public void AddTo(Command command)
    {
        command.Add(_reason);
        command.Add(_by);
        command.Add(_database);
    }

    /// <summary>Makes one correction and tells what it changed.</summary>
    /// <param name="correct">Says what is corrected; null, with a complaint made, where that is wrong usage.</param>
    public int Run(ParseResult parsed, Surroundings surroundings, Func<EntryFinder, Authorship, Correction?> correct)
    {
        string reason = parsed.GetValue(_reason)!.Trim();
        if (reason.Length == 0) return Wrong(surroundings, "--reason says why; it cannot be empty");
        string by = (parsed.GetValue(_by) ?? Environment.GetEnvironmentVariable("SANAD_AUTHOR") ?? Environment.UserName).Trim();
        if (by.Length == 0) return Wrong(surroundings, "--by says who corrects; it cannot be empty");
        LanguageSet languages = Languages.All;
        using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(_database)), create: false);
        Correction? correction;
        try
        {
            correction = correct(new EntryFinder(ledger, new StoryReader(ledger, languages, 1).Analyze), new Authorship(by, surroundings.Time.GetUtcNow(), reason));
        }
        catch (UnknownEntryException e)
        {
            surroundings.Complaints.Fail("correct", e.Message);
            return ExitCode.SomeFailed;
        }

        if (correction is null) return ExitCode.WrongUsage;
        var desk = new CorrectionDesk(ledger, languages, Environment.ProcessorCount);
        CorrectionEffect effect = desk.Make([correction], DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime), surroundings.Stop.Token);
        using var page = new Page(surroundings.Output);
        CorrectionPage.Print(page, correction);
        CorrectionPage.Print(page, effect);
        return ExitCode.Done;
    }

    public static int Wrong(Surroundings surroundings, string complaint)
    {
        surroundings.Complaints.Remark("usage", complaint);
        return ExitCode.WrongUsage;
    }

    /// <summary>Which of two flags was given; null, with a complaint, where it is none or both.</summary>
    public static bool? Chosen(ParseResult parsed, Surroundings surroundings, (Option<bool> Yes, Option<bool> No) flags)
    {
        bool yes = parsed.GetValue(flags.Yes);
        if (yes != parsed.GetValue(flags.No)) return yes;
        surroundings.Complaints.Remark("usage", string.Create(CultureInfo.InvariantCulture, $"say either {flags.Yes.Name} or {flags.No.Name}"));
        return null;
    }
}
