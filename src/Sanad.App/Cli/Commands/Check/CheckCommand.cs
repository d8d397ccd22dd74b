using System.CommandLine;
using System.Text.Json;
using Sanad.App.Checking;
using Sanad.App.Input;
using Sanad.App.Json;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.DraftChecks;
using Sanad.Reading.Plain;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Check;

/// <summary><c>sanad check</c>: holds a draft against the ledger; keeps nothing.</summary>
internal static class CheckCommand
{
    private const string StandardInput = "-";

    public static Command Create(Surroundings surroundings)
    {
        Argument<string> file = new("file") { Description = "The draft as plain text, or - for standard input.", HelpName = "FILE|-", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = static _ => StandardInput };
        Option<long?> story = new("--story") { Description = "The story that it belongs to; without it, those that are likest.", HelpName = "STORY" };
        Option<string?> language = Options.Language();
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("check", "Hold a draft against the ledger: who has said each of its figures and statements, and when. Keeps nothing.",
            "sanad check draft.txt", "echo 'Bupati Wairang mengatakan 24 orang tewas.' | sanad check --format json", "sanad check draft.txt --story 1") { file, story, language, database, format };
        command.SetAction(parsed =>
        {
            LanguageSet languages = Languages.All;
            if (Languages.Unknown(languages, parsed.GetValue(language)) is { } wrong)
            {
                surroundings.Complaints.Remark("usage", wrong);
                return ExitCode.WrongUsage;
            }

            string name = parsed.GetValue(file)!;
            if (TextOf(name, surroundings.Complaints) is not { } text) return ExitCode.SomeFailed;
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            var draft = Draft.Read(text, parsed.GetValue(language), languages);
            long? named = parsed.GetValue(story);
            var reader = new StoryReader(ledger, languages, Environment.ProcessorCount);
            IReadOnlyList<long> numbers = named is { } one ? [one] : ledger.StoriesLike(draft.Words, Draft.MostStories);
            List<StoryLedger> stories = [.. numbers.Select(number => reader.Read(number, surroundings.Stop.Token)).OfType<StoryLedger>()];
            if (named is not null && stories.Count == 0)
            {
                surroundings.Complaints.Fail($"story {named}", $"there is none in {ledger.Path}; `sanad stories` lists them");
                return ExitCode.SomeFailed;
            }

            DraftReport report = new DraftCheck(languages).Check(draft.Analysis, stories, isSure: named is not null);
            if (parsed.GetValue(format) == "json") PrintJson(report, stories, surroundings.Output);
            else
            {
                using var page = new Page(surroundings.Output);
                CheckPage.Print(page, report, stories);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Null, with a complaint, where it cannot be read.</summary>
    private static string? TextOf(string name, Complaints complaints)
    {
        try
        {
            using Stream stream = name == StandardInput ? Console.OpenStandardInput() : File.OpenRead(name);
            byte[] bytes = TextFile.ReadAtMost(stream, 4 * Draft.Longest, out bool whole);
            DecodedText decoded = whole ? TextDecoder.Decode(bytes) : default;
            if (decoded.Text is { Length: <= Draft.Longest } text) return text;
            complaints.Fail(name, decoded.Text is null && decoded.Remark is { } remark ? remark : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"longer than the {Draft.Longest:N0} characters that are checked"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            complaints.Fail(name, InputReader.ReasonOf(e));
        }

        return null;
    }

    private static void PrintJson(DraftReport report, IReadOnlyList<StoryLedger> stories, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        DraftJson.Write(json, report, DraftJson.Articles(stories));
        json.Flush();
        output.Write("\n"u8);
    }
}
