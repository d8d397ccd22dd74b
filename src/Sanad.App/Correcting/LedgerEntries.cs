using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sanad.App.Json;
using Sanad.Stories;

namespace Sanad.App.Correcting;

/// <summary>How many entries of one kind differ.</summary>
/// <param name="Kind">As the ledger's JSON names them: <c>statements</c>, <c>points</c>, <c>copies</c>.</param>
internal sealed record ChangedEntries(string Kind, int Count);

/// <summary>The entries of some stories, each as what it says: so that two states of a ledger can be set against each other.</summary>
internal sealed class LedgerEntries
{
    private readonly Dictionary<string, Dictionary<string, int>> _kinds = new(StringComparer.Ordinal);

    public LedgerEntries(IEnumerable<StoryLedger> stories)
    {
        foreach (StoryLedger story in stories) Add(story);
    }

    /// <summary>What differs, kind by kind: an entry that says something else counts once.</summary>
    public IReadOnlyList<ChangedEntries> Against(LedgerEntries other)
    {
        var changed = new List<ChangedEntries>();
        foreach (string kind in _kinds.Keys.Union(other._kinds.Keys))
        {
            int count = Math.Max(Missing(kind, this, other), Missing(kind, other, this));
            if (count > 0) changed.Add(new ChangedEntries(kind, count));
        }

        return changed;
    }

    private static int Missing(string kind, LedgerEntries from, LedgerEntries to)
    {
        if (!from._kinds.TryGetValue(kind, out Dictionary<string, int>? entries)) return 0;
        Dictionary<string, int>? others = to._kinds.GetValueOrDefault(kind);
        int missing = 0;
        foreach ((string entry, int count) in entries) missing += Math.Max(0, count - (others?.GetValueOrDefault(entry) ?? 0));
        return missing;
    }

    private void Add(StoryLedger story)
    {
        foreach (Analysis analysis in story.Articles)
        {
            Add("articles", story.Id + " " + analysis.Article.Source);
            JsonObject read = Json(json => AnalysisJson.Write(json, analysis));
            foreach (string kind in (string[])["statements", "figures", "parties"]) AddAll(kind, read[kind]!, analysis.Article.Source);
        }

        JsonObject told = Json(json => StoryJson.Write(json, story));
        foreach (string kind in (string[])["copies", "utterances", "conflicts", "sums", "timeline"]) AddAll(kind, told[kind]!, "");
        foreach (JsonNode? line in told["figureLines"]!.AsArray()) AddAll("points", line!["points"]!, $"{line["what"]} {line["where"]}");
        foreach (JsonNode? position in told["positions"]!.AsArray()) AddAll("moves", position!["moves"]!, $"{position["party"]}");
    }

    private void AddAll(string kind, JsonNode entries, string of)
    {
        foreach (JsonNode? entry in entries.AsArray())
        {
            if (entry is JsonObject fields)
            {
                fields.Remove("corrected");
                if (fields["members"] is JsonArray members)
                {
                    foreach (JsonNode? member in members) (member as JsonObject)?.Remove("corrected");
                }

                if (fields["values"] is JsonArray values)
                {
                    foreach (JsonNode? value in values) (value as JsonObject)?.Remove("corrected");
                }
            }

            Add(kind, of + " " + entry!.ToJsonString());
        }
    }

    private void Add(string kind, string entry)
    {
        if (!_kinds.TryGetValue(kind, out Dictionary<string, int>? entries)) _kinds.Add(kind, entries = new Dictionary<string, int>(StringComparer.Ordinal));
        entries[entry] = entries.GetValueOrDefault(entry) + 1;
    }

    private static JsonObject Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) write(json);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer.ToArray()))!.AsObject();
    }
}
