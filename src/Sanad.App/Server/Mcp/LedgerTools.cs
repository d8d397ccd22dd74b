using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Sanad.App.Checking;
using Sanad.App.Json;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Ledger.DraftChecks;
using Sanad.Stories;

namespace Sanad.App.Server.Mcp;

/// <summary>The ledger as tools of the Model Context Protocol. Every answer is JSON in which each entry carries the words that it rests on, and where they stand.</summary>
internal sealed class LedgerTools(LedgerPool pool, StoryCache stories, DraftDesk drafts, LanguageSet languages)
{
    /// <summary>What a model is told of the server.</summary>
    public const string Instructions =
        "A ledger of what the press reported: who said what, on whose word, how figures moved, who denies. It judges nobody: an entry says that somebody said it, never that it is true. "
        + "Cite outlet, day and quote of the entries that you use. What is not found is unknown and not false.";

    private const int Most = 100;

    private static readonly string[] Lists = ["articles", "dates", "copies", "utterances", "figureLines", "positions", "conflicts", "sums", "timeline", "occasions"];

    /// <param name="add">Adds a page; null where adding is not allowed, and there is no such tool then.</param>
    public McpServerPrimitiveCollection<McpServerTool> Tools(Func<string, CancellationToken, Task<string>>? add = null)
    {
        McpServerPrimitiveCollection<McpServerTool> tools =
        [
            Tool(Search, "search", "Finds statements, figures and articles in the ledger, each with the exact words, its article, outlet and day."),
            Tool(ListStories, "list_stories", "Lists the running stories, newest first, with their ids."),
            Tool(ReadStoryAsync, "read_story", "Reads one story: its brief, of which each line cites the sentences that bear it out, or one list of its ledger."),
            Tool(ReadArticleAsync, "read_article", "Reads one article: its text and all statements and figures found in it, as spans of the text."),
            Tool(CheckAsync, "check", "Who has said this, on whose word? Holds a sentence or a draft against the ledger: each figure and statement is borne out (by whom, when), an older figure, of another speaker, in other words, or not found."),
        ];
        if (add is not null)
        {
            tools.Add(McpServerTool.Create(
                ([Description("The page's address, http or https; that of a feed adds its articles.")] string url, CancellationToken stop) => add(url, stop),
                new McpServerToolCreateOptions { Name = "add_page", Description = "Fetches a page and keeps it in the ledger.", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = true }));
        }

        return tools;
    }

    private static McpServerTool Tool(Delegate method, string name, string description) =>
        McpServerTool.Create(method, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false });

    private string Search(
        [Description("All of the words have to occur; \"words in quotation marks\" together; beg* finds beginnings.")] string? words = null,
        [Description("Part of the speaker's name or post.")] string? speaker = null,
        [Description("What the speaker does by saying it: say, confirm, deny, neither, predict, estimate, warn, urge, condemn, accuse, announce, agree, ask.")] string? act = null,
        [Description("First day, ISO.")] string? from = null,
        [Description("Last day, ISO.")] string? to = null,
        [Description("Only statement, figure or article.")] string? kind = null,
        [Description("Most finds of each kind, 1 to 100.")] int limit = 20)
    {
        if (act is not null && !JsonNames<Act>.All.Contains(act)) throw new McpException($"'{act}' is no act; there are {string.Join(", ", JsonNames<Act>.All)}");
        if (kind is not (null or "statement" or "figure" or "article")) throw new McpException("kind is statement, figure or article");
        var query = new SearchQuery(words?.Any(char.IsLetterOrDigit) == true ? words : null, Given(speaker), Day(from), Day(to), act, kind, Math.Clamp(limit, 1, Most));
        if (query.IsEmpty) throw new McpException("say what to look for: words, speaker, act, from or to");
        IReadOnlyList<SearchFind> finds = pool.Use(ledger => ledger.Search(query));
        return Text(json =>
        {
            json.WriteStartObject();
            json.List("items", finds, static (json, find) => FindJson.Write(json, find, withNumber: true));
            json.WriteEndObject();
        });
    }

    private string ListStories([Description("Most stories, 1 to 100.")] int limit = 30)
    {
        IReadOnlyList<ListedStory> listed = pool.Use(ledger => ledger.StoriesBehind(single: true, null, Math.Clamp(limit, 1, Most)));
        return Text(json =>
        {
            json.WriteStartObject();
            json.List("items", listed, static (json, story) =>
            {
                json.WriteStartObject();
                ListedStoryJson.Fields(json, story);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }

    private async Task<string> ReadStoryAsync(
        [Description("The story's id.")] string story,
        [Description("brief, or one list: articles, dates, copies, utterances, figureLines, positions, conflicts, sums, timeline.")] string part = "brief",
        CancellationToken stop = default)
    {
        OpenStory open = await OpenAsync(story, stop);
        if (part == "brief")
        {
            LanguagePack language = new BriefWriter(languages).LanguageOf(open.Ledger);
            Brief brief = open.BriefIn(language);
            using var buffer = new MemoryStream();
            Cli.Commands.Brief.BriefJson.Write(buffer, brief, open.Ledger, language.Code, new Cli.Commands.Brief.CorrectionNotes(brief, open.Ledger, new BriefWords(language)));
            return Encoding.UTF8.GetString(buffer.ToArray());
        }

        if (!Lists.Contains(part)) throw new McpException($"a story has no '{part}'; it has brief, {string.Join(", ", Lists)}");
        using JsonDocument whole = JsonDocument.Parse(Text(json => StoryJson.Write(json, open.Ledger, numberOf: open.NumberOf)));
        return whole.RootElement.GetProperty(part).GetRawText();
    }

    private async Task<string> ReadArticleAsync([Description("The article's id, as search gives it.")] string article, CancellationToken stop = default)
    {
        long number = Number(article);
        if (pool.Use(ledger => ledger.PlaceOf(number)) is not { } place || await stories.FindAsync(place.Story, stop) is not { } story || story.Find(number) is not { } analysis)
            throw new McpException($"there is no article {article}");
        return Text(json => AnalysisJson.Write(json, analysis));
    }

    private async Task<string> CheckAsync(
        [Description("One sentence or a whole draft, in Indonesian or English.")] string text,
        [Description("Id of the story that it belongs to; without it, those that share names with it.")] string? story = null,
        [Description("id or en; without it, it is told from the words.")] string? language = null,
        CancellationToken stop = default)
    {
        if (text.Length > Draft.Longest) throw new McpException($"the text is longer than {Draft.Longest} characters");
        if (language is not null && !languages.TryGet(language, out _)) throw new McpException($"there is no language '{language}'");
        if (await drafts.CheckAsync(text, language, story is null ? null : Number(story), stop) is not { } done) throw new McpException($"there is no story {story}");
        (DraftReport report, IReadOnlyList<StoryLedger> held) = done;
        return Text(json => DraftJson.Write(json, report, DraftJson.Articles(held)));
    }

    private async Task<OpenStory> OpenAsync(string story, CancellationToken stop) => await stories.FindAsync(Number(story), stop) ?? throw new McpException($"there is no story {story}");

    private static long Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw new McpException($"'{id}' is no id");

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Day(string? day) =>
        day is null || DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? day : throw new McpException($"'{day}' is no day like 2025-03-13");

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
