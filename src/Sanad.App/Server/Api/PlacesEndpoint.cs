using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Drawing;
using Sanad.App.Json;
using Sanad.App.Maps;
using Sanad.App.Server.Interface;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Pages;
using Sanad.App.Server.Pages.Story;
using Sanad.Text;

namespace Sanad.App.Server.Api;

/// <summary><c>/api/stories/1/places</c>: where figures are counted and what places statements name; <c>/api/stories/1/maps/1.png</c>: the map of them as a file.</summary>
internal static class PlacesEndpoint
{
    /// <summary>Places on a map, at most: those of most entries.</summary>
    private const int MostOnMap = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        ApiEndpoints.Get(app, "/api/stories/{story}/places", PlacesAsync);
        ApiEndpoints.Get(app, "/api/stories/{story}/maps/{map}", MapAsync);
    }

    private static async Task<IResult> PlacesAsync(ApiRequest request)
    {
        OpenStory story = await request.StoryAsync(request.Number("story"));
        IReadOnlyList<NamedPlace> places = PlacesIn.Of(story).All;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", story.Ledger.Id);
            json.WriteString("title", story.Ledger.Title);
            json.List("places", places, (json, place) => Write(json, place, story));
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, NamedPlace place, OpenStory story)
    {
        json.WriteStartObject();
        json.WriteString("name", place.Name);
        if (place.On is { } on)
        {
            json.WriteNumber("latitude", on.Latitude);
            json.WriteNumber("longitude", on.Longitude);
        }
        else
        {
            json.WriteNull("latitude");
            json.WriteNull("longitude");
        }

        json.List("entries", place.Entries, (json, entry) =>
        {
            Article article = entry.In.Article;
            json.WriteStartObject();
            json.WriteString("kind", entry.Figure is null ? "statement" : "figure");
            json.WriteString("entry", entry.Figure?.Id ?? entry.Statement!.Id);
            json.WriteString("article", story.NumberOf(article.Source).ToString(CultureInfo.InvariantCulture));
            json.WriteString("source", article.Source);
            json.WriteString("textHash", article.Hash.Value);
            json.List("spans", entry.Spans, static (json, span) =>
            {
                json.WriteStartArray();
                json.WriteNumberValue(span.Start);
                json.WriteNumberValue(span.End);
                json.WriteEndArray();
            });
            json.WriteString("quote", entry.Figure is { } figure ? figure.Span.Of(article.Text).ToString() : entry.In.ContentOf(entry.Statement!));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static async Task<IResult> MapAsync(ApiRequest request)
    {
        string? code = request.OneOf("language", [.. request.Languages.All.Select(static pack => pack.Code)]);
        OpenStory story = await request.StoryAsync(request.Number("story"));
        InterfaceLanguage words = PictureFile.WordsOf(request, code, story);
        IReadOnlyList<NamedPlace> places = PlacesIn.Of(story).All;
        string list = PictureFile.ServerOf(request) + Addresses.Section(story.Number, StorySections.Places);
        List<Picture> maps = [.. StoryMap.Of([.. places.Where(static place => place.On is not null).Take(MostOnMap)], words, place => $"{list}#place-{PlacesIn.NumberOf(places, place)}")];
        if (maps.Count == 0) throw new ProblemException(StatusCodes.Status404NotFound, "no place of the story can be placed for certain, so that there is nothing to draw");
        string[] name = request.Route("map").Split('.');
        if (name.Length != 2 || !PictureFile.Formats.Contains(name[1]) || !int.TryParse(name[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || number > maps.Count)
            throw new ProblemException(StatusCodes.Status404NotFound, $"a map is called N.png or N.svg, where N is from 1 to {maps.Count}");
        return PictureFile.Of(maps[number - 1], name[1], string.Create(CultureInfo.InvariantCulture, $"sanad-{story.Number}-map-{number}"));
    }
}
