using System.Globalization;
using System.Text.Json;
using Sanad.App.Jobs;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Json;

/// <summary>Writes jobs of adding.</summary>
internal static class JobJson
{
    /// <param name="places">Where the articles of the job stand, by their places in its entries; null where they are not told.</param>
    public static void Write(Utf8JsonWriter json, JobReport job, IReadOnlyList<TextPlace?>? places)
    {
        json.WriteStartObject();
        json.WriteString("id", job.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("url", job.Url);
        json.WriteString("state", job.State.ToString().ToLowerInvariant());
        json.Field("reason", job.Reason);
        json.WriteString("by", job.By);
        json.WriteString("asked", job.Asked.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteBoolean("watched", job.IsWatched);
        json.WriteNumber("expected", job.Expected);
        json.WriteNumber("added", job.Count(JobOutcome.Added));
        json.WriteNumber("changed", job.Count(JobOutcome.Changed));
        json.WriteNumber("known", job.Count(JobOutcome.Known));
        json.WriteNumber("failed", job.Count(JobOutcome.Failed));
        json.Strings("notes", job.Notes);
        if (places is not null)
        {
            json.WriteStartArray("articles");
            for (int i = 0; i < job.Entries.Count; i++) Write(json, job.Entries[i], places[i]);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JobEntry entry, TextPlace? place)
    {
        json.WriteStartObject();
        json.WriteString("source", entry.Source);
        json.WriteString("outcome", entry.Outcome.ToString().ToLowerInvariant());
        json.Field("title", entry.Title);
        json.Field("id", place?.Article.ToString(CultureInfo.InvariantCulture));
        json.Field("story", place?.Story.ToString(CultureInfo.InvariantCulture));
        json.Field("textHash", entry.Text?.Value);
        json.Field("reason", entry.Reason);
        json.WriteEndObject();
    }
}
