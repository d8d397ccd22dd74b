using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;
using Sanad.Figures;
using Sanad.Text;

namespace Sanad.App.Cli.Commands.Search;

/// <summary><c>sanad search</c>: statements, figures and articles by words, speaker, day and act.</summary>
internal static class SearchCommand
{
    private static readonly string[] Kinds = ["statement", "figure", "article"];

    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> words = new("words") { Description = "All of them have to occur; \"words in quotation marks\" together; beg* finds beginnings.", Arity = ArgumentArity.ZeroOrMore, HelpName = "WORDS" };
        Option<string?> speaker = new("--speaker") { Description = "Part of the speaker's name or post.", HelpName = "NAME" };
        Option<string?> from = Options.Day("--from", "First day of what was said or holds.");
        Option<string?> to = Options.Day("--to", "Last day.");
        Option<string?> act = new("--act") { Description = "What the speaker does by saying it: deny, confirm, warn …", HelpName = "ACT" };
        act.AcceptOnlyFromAmong([.. Enum.GetNames<Act>().Select(static name => name.ToLowerInvariant())]);
        Option<string?> kind = new("--kind") { Description = "Only entries of this kind.", HelpName = string.Join('|', Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        Option<int> limit = new("--limit") { Description = "Most finds of each kind.", HelpName = "N", DefaultValueFactory = static _ => 20 };
        limit.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int n) || n < 1)) result.AddError("--limit is a number from 1");
        });
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("search", "Find statements, figures and articles.",
            "sanad search bantah", "sanad search --act deny --from 2024-10-28", "sanad search 'tentara \"Korea Utara\"' --speaker Blinken --format json")
        {
            words, speaker, from, to, act, kind, limit, database, format,
        };
        command.SetAction(parsed =>
        {
            string joined = string.Join(' ', parsed.GetValue(words) ?? []);
            var query = new SearchQuery(joined.Any(char.IsLetterOrDigit) ? joined : null, Given(parsed.GetValue(speaker)), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(act), parsed.GetValue(kind), parsed.GetValue(limit));
            if (query.IsEmpty)
            {
                surroundings.Complaints.Remark("usage", "say what to look for: words, --speaker, --act, --from or --to");
                return ExitCode.WrongUsage;
            }

            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            IReadOnlyList<SearchFind> finds = ledger.Search(query);
            if (parsed.GetValue(format) == "json") PrintJson(finds, surroundings.Output);
            else PrintText(finds, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static void PrintJson(IReadOnlyList<SearchFind> finds, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        foreach (SearchFind find in finds)
        {
            FindJson.Write(json, find);
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private static void PrintText(IReadOnlyList<SearchFind> finds, StandardOutput output)
    {
        using var page = new Page(output);
        if (finds.Count == 0) page.Line("Nothing found.");
        string kind = "";
        foreach (SearchFind find in finds)
        {
            if (find.Kind != kind)
            {
                if (kind.Length == 0) page.Title(Heading(find.Kind));
                else page.Heading(Heading(find.Kind));
                kind = find.Kind;
            }

            page.Line($"[bold]{find.Day ?? "no day"}[/] {Head(find)}", 2);
            page.Line(Page.Safe(Printable.Quoted(find.Quote, 300)), 6);
            page.Line($"[grey]{Page.Safe(find.Outlet is null ? find.Source : $"{find.Outlet}: {find.Source}")} {Page.Safe(SpansOf(find.Spans))} · story {find.Story}[/]", 6);
            if (find.Correction is { } correction) page.Line(Page.CorrectedBy(new Corrected(correction.Id, correction.By, correction.At, correction.Reason, correction.Was ?? "")), 6);
        }
    }

    private static string Heading(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..] + "s";

    private static string Head(SearchFind find) => find.Kind switch
    {
        "statement" => $"[bold]{Page.Safe(find.Speaker ?? "somebody")}[/] {(Enum.TryParse(find.Act, ignoreCase: true, out Act act) ? Wording.Of(act) : find.Act)}",
        "figure" => $"[bold]{Page.Safe(Wording.OfValue(find.Low, find.High, BoundOf(find.Bound), null))}[/] {Page.Safe(find.What)}{(find.Where is null ? "" : $" in {Page.Safe(find.Where)}")}{(find.Speaker is null ? "" : $", says {Page.Safe(find.Speaker)}")}",
        _ => $"[bold]{Page.Safe(find.Title ?? find.Source)}[/]",
    };

    private static Bound BoundOf(string? name) => Enum.TryParse(name?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out Bound bound) ? bound : Bound.Exact;

    private static string SpansOf(IReadOnlyList<TextSpan> spans) => string.Join(' ', spans);
}
