using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Charts;
using Sanad.App.Drawing;
using Sanad.App.Server.Interface;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Pages;
using Sanad.Stories;

namespace Sanad.App.Server.Api;

/// <summary><c>/api/stories/1/charts/2.png</c>: the chart of a figure line as a file.</summary>
internal static class ChartEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => ApiEndpoints.Get(app, "/api/stories/{story}/charts/{chart}", ChartAsync);

    private static async Task<IResult> ChartAsync(ApiRequest request)
    {
        string? code = request.OneOf("language", [.. request.Languages.All.Select(static pack => pack.Code)]);
        OpenStory story = await request.StoryAsync(request.Number("story"));
        string[] name = request.Route("chart").Split('.');
        if (name.Length != 2 || !PictureFile.Formats.Contains(name[1]) || !int.TryParse(name[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || number > story.Ledger.FigureLines.Count)
            throw new ProblemException(StatusCodes.Status404NotFound, $"a chart is called N.png or N.svg, where N is the number of a figure line, from 1 to {story.Ledger.FigureLines.Count}");

        InterfaceLanguage words = PictureFile.WordsOf(request, code, story);
        string server = PictureFile.ServerOf(request);
        FigureLine line = story.Ledger.FigureLines[number - 1];
        Picture chart = FigureChart.Of(line, FigureName.Of(line, words, story.Of), words, point => server + Addresses.Article(story.NumberOf(point.Source), point.Citation.Span), story.NamesIn(words.Pack), story.OutletOf)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, $"line {number} has no value on a day, so that there is nothing to draw");
        return PictureFile.Of(chart, name[1], string.Create(CultureInfo.InvariantCulture, $"sanad-{story.Number}-{number}"));
    }
}
