using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using Sanad.FuzzPages;
using Sanad.Reading.Html;
using Sanad.Reading.Html.Tree;
using Xunit;

namespace Sanad.Tests.Reading.Html.Tree;

/// <summary>The parser puts our light elements together as it does its own.</summary>
public sealed class PageTreeTests
{
    [Theory]
    [InlineData("<p>satu<p>dua")]
    [InlineData("<b><p>satu</b>dua")]
    [InlineData("<a href=/1>satu<a href=/2>dua</a>tiga")]
    [InlineData("<b><i>satu</b>dua</i><div><u>tiga</div>empat")]
    [InlineData("<p>satu<table><tr><td>dua</table><p>tiga")]
    [InlineData("<table>satu<tr>dua<td>tiga</table>empat")]
    [InlineData("<table><p>satu<tr><td>dua</table>tiga")]
    [InlineData("<table><tr><td><table><p>satu</table></td><div>dua</div></tr></table>tiga")]
    [InlineData("<table><tr><td><table></table></table><table><b>satu<tr><td>dua</table>tiga")]
    [InlineData("<p><table><a href=/1>satu<tr><td>dua<td></a>tiga</table>")]
    [InlineData("<math><mi>satu<p>dua</mi></math><svg><desc><li>tiga")]
    [InlineData("<title> Pasar  Wairang </title><p>satu<body lang=id class=a><html lang=en>")]
    public void A_page_nests_as_in_the_parser_s_own_tree(string markup) => Assert.Equal(OwnOf(markup), ShapeOf(markup));

    [Fact]
    public void Tags_in_any_order_nest_as_in_the_parser_s_own_tree()
    {
        for (int seed = 0; seed < 3000; seed++)
        {
            string piece = PageDamage.Pattern(new Random(seed)), markup = Filtered($"<p>satu{piece}dua{piece}tiga{piece}");
            Assert.True(OwnOf(markup) == ShapeOf(markup), markup);
        }
    }

    [Fact]
    public void The_title_is_the_first_one_with_its_spaces_folded()
    {
        using PageDocument document = PageParser.Build("<svg><title>peta</title></svg><title>\n Pasar\t Wairang </title><title>lain</title>".AsMemory());
        Assert.Equal("Pasar Wairang", document.Title);
    }

    private static string Filtered(string markup) => MarkupFilter.Filter(markup, new char[markup.Length]).Markup.ToString();

    private static string ShapeOf(string markup)
    {
        using PageDocument document = PageParser.Build(markup.AsMemory());
        var shape = new StringBuilder();
        Write(document.Root!, shape);
        return shape.ToString();
    }

    private static void Write(PageElement element, StringBuilder shape)
    {
        shape.Append('<').Append(element.LocalName);
        foreach (ref readonly AttributeList.Attribute attribute in element.Attributes.Attributes) shape.Append(' ').Append(attribute.Name.ToString()).Append('=').Append(attribute.Value.ToString());
        shape.Append('>');
        foreach (IConstructableNode node in element.Nodes)
        {
            if (node is PageElement inner) Write(inner, shape);
            else if (node is PageText text) shape.Append(text.Data);
        }

        shape.Append("</>");
    }

    private static string OwnOf(string markup)
    {
        var shape = new StringBuilder();
        Write(new HtmlParser(PageParser.Options).ParseDocument(markup).DocumentElement, shape);
        return shape.ToString();
    }

    private static void Write(IElement element, StringBuilder shape)
    {
        shape.Append('<').Append(element.LocalName);
        foreach (IAttr attribute in element.Attributes) shape.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Value);
        shape.Append('>');
        foreach (INode node in element.ChildNodes)
        {
            if (node is IElement inner) Write(inner, shape);
            else if (node is IText text) shape.Append(text.Data);
        }

        shape.Append("</>");
    }
}
