using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Drawing;
using Sanad.App.Server.Interface;
using Sanad.App.Server.LedgerAccess;
using Sanad.Language;
using Sanad.Ledger;

namespace Sanad.App.Server.Api;

/// <summary>A picture as a file that a program asks for.</summary>
internal static class PictureFile
{
    public static IReadOnlyList<string> Formats { get; } = ["png", "svg"];

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="name">Of the file, without its ending.</param>
    public static IResult Of(Picture picture, string format, string name)
    {
        var bytes = new MemoryStream();
        if (format == "png")
        {
            PngPainter.Write(bytes, picture);
            return Results.File(bytes.ToArray(), "image/png", name + ".png");
        }

        using (var text = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true)) SvgPainter.WriteFile(text, picture);
        return Results.File(bytes.ToArray(), "image/svg+xml", name + ".svg");
    }

    /// <summary>The words in a picture: of the language that is asked for, else of that of most articles.</summary>
    public static InterfaceLanguage WordsOf(ApiRequest request, string? code, OpenStory story)
    {
        LanguagePack pack = code is null ? new BriefWriter(request.Languages).LanguageOf(story.Ledger) : request.Languages[code];
        return request.Http.RequestServices.GetRequiredService<InterfaceLanguages>().All.First(language => language.Pack == pack);
    }

    /// <summary>Before the addresses that a picture leads to: it may be shown anywhere.</summary>
    public static string ServerOf(ApiRequest request) => $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{request.Http.Request.PathBase}";
}
