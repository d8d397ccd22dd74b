using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Sanad.App.Export;
using Sanad.Text;
using Xunit;

namespace Sanad.App.Tests.Export;

public sealed class MarkedTextTests
{
    [Fact]
    public void Entries_that_cross_are_marked_piece_by_piece()
    {
        string html = Marked("abcdef", (new TextSpan(0, 4), "one", "s"), (new TextSpan(2, 6), "two", "f"));
        Assert.Equal("<span id=\"one\"></span><mark class=\"s\">ab</mark><span id=\"two\"></span><mark class=\"s f\">cd</mark><mark class=\"f\">ef</mark>", html);
    }

    [Fact]
    public void A_text_stays_what_it_is_and_never_becomes_markup()
    {
        const string Text = "<b>“Tak ada”</b> & <script>alert(1)</script>\nkata 😀 \"dia\"";
        string html = Marked(Text, (new TextSpan(3, 12), "a", "s"), (new TextSpan(5, 9), "b", "f"), (new TextSpan(19, 30), null, "s"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(Text, WebUtility.HtmlDecode(Regex.Replace(html, "</?(mark|span)[^>]*>", "")));
    }

    private static string Marked(string text, params (TextSpan, string?, string)[] entries)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        MarkedText.Write(writer, text, entries);
        return writer.ToString();
    }
}
