using Sanad.Reading.Html;
using Xunit;

namespace Sanad.Tests.Reading.Html;

public sealed class MarkupFilterTests
{
    [Theory]
    [InlineData("<div class=a data-x=\"1>2\" id='b'>x</div>", "<div class=a id='b'>x</div>")]
    [InlineData("<p onclick=\"a\"class=b>x", "<p class=b>x")]
    [InlineData("<p class=b onclick=\"a\"/>x", "<p class=b />x")]
    [InlineData("<p/data-a/class=b>x", "<p//class=b>x")]
    [InlineData("<p hidden data-a=1 class = 'b'>x", "<p hidden class = 'b'>x")]
    [InlineData("<p a= class=b>x", "<p>x")]
    [InlineData("<p a=>x", "<p>x")]
    [InlineData("<p =class=b class=c>x", "<p class=c>x")]
    [InlineData("<p DATA-A=1 CLASS=b>x", "<p CLASS=b>x")]
    [InlineData("<p class=a", "<p class=a")]
    [InlineData("<p class=\"a", "<p class=\"a")]
    [InlineData("<p data-a=\"b\"", "<p data-a=\"b\"")]
    public void Of_a_tag_only_what_is_read_is_left(string markup, string expected) => Assert.Equal(expected, Filter(markup));

    [Theory]
    [InlineData("<a class=x href=\"/berita/pasar\">x</a>", "<a href>x</a>")]
    [InlineData("<a href=\"/berita/pasar/2/\">x</a>", "<a href=\"/berita/pasar/2/\">x</a>")]
    [InlineData("<a href=\"/berita/pasar\"rel=x>x</a>", "<a href=\"/berita/pasar\">x</a>")]
    [InlineData("<a href=//>x</a>", "<a href>x</a>")]
    public void Of_a_link_s_target_only_the_number_of_a_page_is_left(string markup, string expected) => Assert.Equal(expected, Filter(markup));

    [Theory]
    [InlineData("<p style=\"color:red\">x", "<p>x")]
    [InlineData("<p style=\"display: none\">x", "<p style=\"display: none\">x")]
    [InlineData("<span class=ramping id=a>x</span>", "x")]
    [InlineData("<span class=user-comments>x</span>", "<span class=user-comments>x</span>")]
    [InlineData("<abbr class=published title=2026-05-29>x</abbr>", "<abbr title=2026-05-29>x</abbr>")]
    [InlineData("<html lang=id><p lang=en>x", "<html lang=id><p>x")]
    public void What_is_left_depends_on_the_element(string markup, string expected) => Assert.Equal(expected, Filter(markup));

    [Theory]
    [InlineData("x<img src=a>y<wbr>z", "xyz")]
    [InlineData("<img itemprop=image src=a>", "<img itemprop=image>")]
    [InlineData("<link rel=stylesheet href=a><link rel=canonical href=/b>", "<link rel=canonical href=/b>")]
    [InlineData("x<svg><g><text>y</text></g></svg>z", "xz")]
    [InlineData("x<select><option>y</select>z", "xz")]
    [InlineData("x<select><option>y", "xy")]
    [InlineData("x<template><p>y<template>z</template></template>w", "xw")]
    [InlineData("x<template><p>y", "x<p>y")]
    [InlineData("x<span>y<span>z</span></span>", "xyz")]
    [InlineData("x<span> <a href=/b>y</a> <span>z</span></span><span>w</span>", "x<span> <a href>y</a> <span>z</span></span>w")]
    [InlineData("x<small itemprop=author><font>y</font></small><u>z</u>", "x<small itemprop=author><font>y</font></small>z")]
    [InlineData("x<!-- y -->z<script>w</script>", "xz")]
    public void Elements_without_text_are_left_out(string markup, string expected) => Assert.Equal(expected, Filter(markup));

    [Theory]
    [InlineData("<div>\n  <p>x</p>\n  </div>\n  y", "<div><p>x</p></div>\n  y")]
    [InlineData("<b>x</b> <i>y</i>", "<b>x</b> <i>y</i>")]
    [InlineData("x <p>y", "x <p>y")]
    [InlineData("<td>x</td> <td>y</td>", "<td>x</td> <td>y</td>")]
    [InlineData("<pre>x</pre> <p>y</p> <p>", "<pre>x</pre> <p>y</p> <p>")]
    public void Space_is_left_out_where_it_is_behind_a_block(string markup, string expected) => Assert.Equal(expected, Filter(markup));

    [Fact]
    public void A_value_longer_than_any_tells_nothing() => Assert.Equal("<p>x", Filter($"<p class=\"{new string('a', 20_000)}\">x"));

    private static string Filter(string markup) => MarkupFilter.Filter(markup, new char[markup.Length]).Markup.ToString();
}
