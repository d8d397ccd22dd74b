using System.CommandLine;
using System.Globalization;

namespace Sanad.App.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format", "-f") { Description = "How the results are printed.", HelpName = string.Join('|', formats), DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string?> Database() => new("--db")
    {
        Description = "The ledger's file. Without it $SANAD_DB, else sanad.db in your data folder.", HelpName = "FILE",
    };

    public static Option<int> Jobs()
    {
        var option = new Option<int>("--jobs", "-j") { Description = "Articles worked on at once.", HelpName = "N", DefaultValueFactory = static _ => Environment.ProcessorCount };
        option.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int jobs) || jobs is < 1 or > 256)) result.AddError("--jobs is a number from 1 to 256");
        });
        return option;
    }

    public static Option<string?> Language() => new("--language", "-l") { Description = "Language of texts that do not say theirs (id, en); without it, it is told from the words.", HelpName = "CODE" };

    /// <summary>An ISO day, kept as text.</summary>
    public static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "YYYY-MM-DD" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"{name} is a day like 2024-10-31");
        });
        return option;
    }

    public static Argument<string[]> Inputs() => new("input")
    {
        Description = "A text or page (.txt, .html), JSON lines (.jsonl), these also in .gz, a feed, a web archive (.warc, .warc.gz, .wacz), a folder of all these, an address (of a page, feed, sitemap or OPML list), or - for standard input.", Arity = ArgumentArity.OneOrMore, HelpName = "FILE|FOLDER|URL|-",
    };

    public static Argument<long> Story() => new("story")
    {
        Description = "Its number, as `sanad stories` lists it.", HelpName = "STORY",
        CustomParser = static result =>
        {
            if (!long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long story)) result.AddError($"'{result.Tokens[0].Value}' is no story's number; `sanad stories` lists them");
            return story;
        },
    };

    /// <summary>The file of the ledger that is meant.</summary>
    public static string PathOf(string? given)
    {
        if (!string.IsNullOrEmpty(given)) return given;
        if (Environment.GetEnvironmentVariable("SANAD_DB") is { Length: > 0 } set) return set;
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "sanad", "sanad.db");
    }
}
