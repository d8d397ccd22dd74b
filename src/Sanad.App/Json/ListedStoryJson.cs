using System.Globalization;
using System.Text.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Json;

/// <summary>A story of a list as programs get it.</summary>
internal static class ListedStoryJson
{
    /// <summary>What it is called, how large it is and of when, within an object that the caller opened.</summary>
    public static void Fields(Utf8JsonWriter json, ListedStory story)
    {
        json.WriteString("id", story.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("title", story.Title);
        json.WriteNumber("articles", story.Articles);
        json.WriteNumber("outlets", story.Outlets);
        json.WriteNumber("origins", story.Origins);
        if (!story.IsRead) json.WriteBoolean("originsAtMost", true);
        json.Field("first", story.First);
        json.Field("last", story.Last);
    }
}
