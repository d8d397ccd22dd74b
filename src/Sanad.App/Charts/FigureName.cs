using Sanad.App.Cli;
using Sanad.App.Server.Interface;
using Sanad.Stories;

namespace Sanad.App.Charts;

/// <summary>What a figure line is called on a page and over its chart.</summary>
internal static class FigureName
{
    public static string Of(FigureLine line, InterfaceLanguage words) => line.Where is null
        ? Printable.Line(line.What, 120)
        : words.Fill("figure.where", ("what", Printable.Line(line.What, 120)), ("where", Printable.Line(line.Where, 80)));
}
