using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sanad.Reading.Html.Tree;

/// <summary>What an element's name tells the parser and the readers.</summary>
internal sealed class ElementName(string text, NodeFlags flags)
{
    /// <summary>Names of which the parser knows more than that they are names, taken from the HTML Standard; what it knows of each it is asked for.</summary>
    private const string Html =
        "html body head title noscript menu colgroup fieldset details form isindex dl select frameset h1 h2 h3 h4 h5 h6 div blockquote button main summary dir center listing nav address article aside figcaption figure "
        + "section footer header hgroup plaintext time output meta bgsound menuitem embed param col input keygen link frame source track base basefont area br wbr hr img script style noembed noframes iframe xmp rp rt rb rtc "
        + "applet marquee object caption font b big strike code em i s small strong u tt nobr a template table thead tbody tfoot tr th td textarea pre p li dd dt ol ul option optgroup span label abbr cite q sub sup del ins "
        + "dialog video audio canvas picture progress meter map svg math ruby";

    private const string Svg = "svg title foreignObject desc style script g path text a", Math = "math mi mo mn ms mtext annotation-xml";

    private static readonly FrozenDictionary<string, ElementName>.AlternateLookup<ReadOnlySpan<char>> HtmlNames = Names(NamespaceNames.HtmlUri, Html), SvgNames = Names(NamespaceNames.SvgUri, Svg), MathNames = Names(NamespaceNames.MathMlUri, Math);

    public string Text => text;

    public NodeFlags Flags => flags;

    public TagKind Kind { get; } = Tag.Of(text);

    public static ElementName OfHtml(ReadOnlySpan<char> name) => HtmlNames.TryGetValue(name, out ElementName? known) ? known : new ElementName(name.ToString(), NodeFlags.HtmlMember);

    public static ElementName OfSvg(ReadOnlySpan<char> name) => SvgNames.TryGetValue(name, out ElementName? known) ? known : new ElementName(name.ToString(), NodeFlags.SvgMember);

    public static ElementName OfMath(ReadOnlySpan<char> name) => MathNames.TryGetValue(name, out ElementName? known) ? known : new ElementName(name.ToString(), NodeFlags.MathMember);

    private static FrozenDictionary<string, ElementName>.AlternateLookup<ReadOnlySpan<char>> Names(string namespaceUri, string names)
    {
        IHtmlDocument empty = new HtmlParser().ParseDocument("");
        return names.Split(' ').ToFrozenDictionary(static name => name, name => new ElementName(name, empty.CreateElement(namespaceUri, name).Flags)).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
