using SkiaSharp;

namespace Sanad.App.Drawing;

/// <summary>
/// Paints a picture as PNG on white paper, twice as large as it is on a page. The same picture gives the same bytes wherever it is painted: no font, colour or
/// setting of the machine is used (decision 0015).
/// </summary>
internal static class PngPainter
{
    private const float Scale = 2;

    private static readonly Lazy<SKTypeface> Letters = new(static () =>
    {
        using Stream stream = typeof(PngPainter).Assembly.GetManifestResourceStream("fonts/DejaVuSans.ttf")!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidDataException("the font of pictures cannot be read");
    });

    public static void Write(Stream output, Picture picture)
    {
        var size = new SKImageInfo((int)(Scale * picture.Width), (int)(Scale * (picture.Height + SvgPainter.Head)), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(size);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColor.Parse(Inks.Of(Ink.Paper, null)));
            canvas.Scale(Scale);
            canvas.Translate(0, (float)SvgPainter.Head);
            Paint(canvas, SvgPainter.Heading(picture), null);
            foreach (DrawnPart part in picture.Parts) Paint(canvas, part, null);
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        png.SaveTo(output);
    }

    /// <param name="series">The series that the part belongs to; null for none.</param>
    private static void Paint(SKCanvas canvas, DrawnPart part, int? series)
    {
        switch (part)
        {
            case DrawnGroup group:
                foreach (DrawnPart inner in group.Parts) Paint(canvas, inner, group.Series ?? series);
                break;
            case DrawnPath path:
                using (SKPath shape = SKPath.ParseSvgPathData(path.Data))
                {
                    if (path.Fill != Ink.None) Paint(canvas, shape, path, path.Fill, SKPaintStyle.Fill, series);
                    if (path.Stroke != Ink.None) Paint(canvas, shape, path, path.Stroke, SKPaintStyle.Stroke, series);
                }

                break;
            case DrawnText text:
                using (var font = new SKFont(Letters.Value, (float)text.Size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Embolden = text.Size > 12 })
                using (var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(Inks.Of(text.Ink, series)) })
                {
                    canvas.DrawText(text.Words, (float)text.X, (float)text.Y, text.Anchor switch { TextAnchor.Middle => SKTextAlign.Center, TextAnchor.End => SKTextAlign.Right, _ => SKTextAlign.Left }, font, paint);
                }

                break;
        }
    }

    private static void Paint(SKCanvas canvas, SKPath shape, DrawnPath path, Ink ink, SKPaintStyle style, int? series)
    {
        using SKPathEffect? dashes = path.Dash > 0 && style == SKPaintStyle.Stroke ? SKPathEffect.CreateDash([(float)path.Dash, (float)path.Dash], 0) : null;
        using var paint = new SKPaint
        {
            IsAntialias = true, Style = style, StrokeWidth = (float)path.Width, PathEffect = dashes, Color = SKColor.Parse(Inks.Of(ink, series)).WithAlpha((byte)Math.Round(255 * path.Opacity)),
        };
        canvas.DrawPath(shape, paint);
    }
}
