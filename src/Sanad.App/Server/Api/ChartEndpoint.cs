using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Charts;
using Sanad.App.Drawing;
using Sanad.App.Server.Interface;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Pages;
using Sanad.Language;
using Sanad.Ledger;

namespace Sanad.App.Server.Api;

/// <summary><c>/api/stories/1/charts/2.png</c>: the chart of a figure line as a file.</summary>
internal static class ChartEndpoint
{
    private static readonly string[] Formats = ["png", "svg"];

    public static void Map(IEndpointRouteBuilder app) => ApiEndpoints.Get(app, "/api/stories/{story}/charts/{chart}", ChartAsync);

    private static async Task<IResult> ChartAsync(ApiRequest request)
    {
        string? code = request.OneOf("language", [.. request.Languages.All.Select(static pack => pack.Code)]);
        OpenStory story = await request.StoryAsync(request.Number("story"));
        string[] name = request.Route("chart").Split('.');
        if (name.Length != 2 || !Formats.Contains(name[1]) || !int.TryParse(name[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || number > story.Ledger.FigureLines.Count)
            throw new ProblemException(StatusCodes.Status404NotFound, $"a chart is called N.png or N.svg, where N is the number of a figure line, from 1 to {story.Ledger.FigureLines.Count}");

        LanguagePack pack = code is null ? new BriefWriter(request.Languages).LanguageOf(story.Ledger) : request.Languages[code];
        InterfaceLanguage words = request.Http.RequestServices.GetRequiredService<InterfaceLanguages>().All.First(language => language.Pack == pack);
        string server = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{request.Http.Request.PathBase}";
        Picture chart = FigureChart.Of(story.Ledger.FigureLines[number - 1], words, point => server + Addresses.Article(story.NumberOf(point.Source), point.Citation.Span), story.NamesIn(pack), story.OutletOf)
            ?? throw new ProblemException(StatusCodes.Status404NotFound, $"line {number} has no value on a day, so that there is nothing to draw");
        string file = string.Create(CultureInfo.InvariantCulture, $"sanad-{story.Number}-{number}.{name[1]}");
        var bytes = new MemoryStream();
        if (name[1] == "png")
        {
            PngPainter.Write(bytes, chart);
            return Results.File(bytes.ToArray(), "image/png", file);
        }

        using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true)) SvgPainter.WriteFile(text, chart);
        return Results.File(bytes.ToArray(), "image/svg+xml", file);
    }
}
