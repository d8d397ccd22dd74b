using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sanad.App.Cli;

namespace Sanad.App.Drawing;

/// <summary>
/// Writes a picture as SVG. It needs no script and no style sheet: colours are attributes, which a page's own style may override by the classes of the parts. Words of
/// an article are never markup in it, and no control code stands in it, which XML forbids.
/// </summary>
internal static class SvgPainter
{
    /// <summary>What makes it follow the colours of a page that has no style of its own for it.</summary>
    public const string Style = ".chart svg{max-width:100%;height:auto}.chart svg a{color:inherit}@media(prefers-color-scheme:dark){.chart .label{fill:#eee}.chart .scale,.chart .by{fill:#aaa}.chart .grid{stroke:#444}"
        + ".chart .mark{stroke:#161616}.chart .hedged{fill:#161616;stroke:currentColor}.chart .s0{color:#7cc9dc}.chart .s1{color:#e0a458}.chart .s2{color:#b9a8ea}.chart .s3{color:#8fcf8a}.chart .s4{color:#ee9cb9}.chart .s5{color:#b5babd}}";

    /// <summary>Room for the title over a picture that stands alone.</summary>
    public const double Head = 34;

    /// <summary>Of the line around a mark.</summary>
    private const double UsualWidth = 1.5;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>One <c>svg</c> element for a page.</summary>
    /// <param name="id">Of its title, one for each picture of a page.</param>
    public static void Write(TextWriter output, Picture picture, string id)
    {
        output.Write($"<svg viewBox=\"0 0 {At(picture.Width)} {At(picture.Height)}\" width=\"{At(picture.Width)}\" height=\"{At(picture.Height)}\" aria-labelledby=\"{id}\" role=\"group\" font-family=\"system-ui,sans-serif\" font-size=\"12\">\n<title id=\"{id}\">{Text(picture.Title)}</title>\n");
        foreach (DrawnPart part in picture.Parts) Write(output, part);
        output.Write("</svg>\n");
    }

    /// <summary>A file of its own, on white paper and with its title over it.</summary>
    public static void WriteFile(TextWriter output, Picture picture)
    {
        string box = $"0 {At(-Head)} {At(picture.Width)} {At(picture.Height + Head)}";
        output.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{box}\" width=\"{At(picture.Width)}\" height=\"{At(picture.Height + Head)}\" role=\"group\" font-family=\"system-ui,sans-serif\" font-size=\"12\">\n<title>{Text(picture.Title)}</title>\n");
        output.Write($"<path d=\"M0 {At(-Head)}H{At(picture.Width)}V{At(picture.Height)}H0z\" fill=\"{Inks.Of(Ink.Paper, null)}\"/>\n");
        Write(output, Heading(picture));
        foreach (DrawnPart part in picture.Parts) Write(output, part);
        output.Write("</svg>\n");
    }

    /// <summary>The title over a picture that stands alone.</summary>
    public static DrawnText Heading(Picture picture) => new("heading", Printable.Line(picture.Title, 90), 56, -10, Ink.Text, Size: 15);

    /// <param name="isIn">Whether a group of a series is open, which has the look of its marks.</param>
    private static void Write(TextWriter output, DrawnPart part, bool isIn = false)
    {
        switch (part)
        {
            case DrawnGroup group:
                Write(output, group, isIn);
                break;
            case DrawnPath path:
                output.Write($"<path class=\"{path.Class}\" d=\"{path.Data}\"");
                if (isIn && path is { Fill: Ink.Series, Stroke: Ink.Paper, Width: UsualWidth, Opacity: 1 })
                {
                    // As the group has it.
                    output.Write("/>\n");
                    break;
                }

                output.Write($" fill=\"{Colour(path.Fill)}\"");
                if (isIn && path.Stroke == Ink.None) output.Write(" stroke=\"none\"");
                if (path.Stroke != Ink.None) output.Write($" stroke=\"{Colour(path.Stroke)}\" stroke-width=\"{At(path.Width)}\"");
                if (path.Opacity < 1) output.Write($" opacity=\"{path.Opacity.ToString(CultureInfo.InvariantCulture)}\"");
                if (path.Dash > 0) output.Write($" stroke-dasharray=\"{At(path.Dash)} {At(path.Dash)}\"");
                output.Write("/>\n");
                break;
            case DrawnText text:
                string anchor = text.Anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" };
                output.Write($"<text class=\"{text.Class}\" x=\"{At(text.X)}\" y=\"{At(text.Y)}\"{anchor}{(text.Size == 12 ? "" : $" font-size=\"{At(text.Size)}\" font-weight=\"600\"")} fill=\"{Colour(text.Ink)}\"{(isIn ? " stroke=\"none\"" : "")}>{Text(text.Words)}</text>\n");
                break;
        }
    }

    private static void Write(TextWriter output, DrawnGroup group, bool isIn)
    {
        string name = group.Words is { } words ? Text(words) : "";
        string color = group.Series is { } series && group.Address is null ? $" color=\"{Inks.OfSeries(series)}\" fill=\"currentColor\" stroke=\"{Inks.Of(Ink.Paper, null)}\" stroke-width=\"{At(UsualWidth)}\"" : "";
        if (group.Address is { } address) output.Write($"<a href=\"{Encoder.Encode(address)}\" aria-label=\"{name}\">");
        else output.Write($"<g class=\"{group.Class}\"{color}>\n");
        if (name.Length > 0) output.Write($"<title>{name}</title>");
        foreach (DrawnPart part in group.Parts) Write(output, part, isIn || group.Series is not null);
        output.Write(group.Address is null ? "</g>\n" : "</a>\n");
    }

    private static string Colour(Ink ink) => ink switch { Ink.None => "none", Ink.Series => "currentColor", _ => Inks.Of(ink, null) };

    private static string At(double coordinate) => DrawnPart.At(coordinate);

    private static string Text(string words) => Encoder.Encode(Printable.Line(words).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD'));
}
