using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace Sanad.Reading.Html.Tree;

/// <summary>
/// Lets AngleSharp's tree building make elements that hold what is read of a page: its own hold all that a browser's do, and cost several times as much to make, to fill
/// and to walk.
/// </summary>
internal sealed class PageTreeFactory : IDomConstructionElementFactory<PageDocument, PageElement>
{
    public PageDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source);

    public PageElement Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) => Html(document, localName.Memory.Span);

    public PageElement CreateUnknown(PageDocument document, StringOrMemory tagName) => Html(document, tagName.Memory.Span);

    public PageElement CreateNoScript(PageDocument document, bool scripting) => Html(document, "noscript");

    public IConstructableMetaElement CreateMeta(PageDocument document) => Html(document, "meta");

    public IConstructableFormElement CreateForm(PageDocument document) => Html(document, "form");

    public IConstructableFrameElement CreateFrame(PageDocument document) => Html(document, "frame");

    public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) => document.Open(new PageElement(document, ElementName.OfSvg(name.Memory.Span)));

    public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) => document.Open(new PageElement(document, ElementName.OfMath(name.Memory.Span)));

    public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) => (ScriptElement)document.Open(new ScriptElement(document, ElementName.OfHtml("script")));

    public IConstructableTemplateElement CreateTemplate(PageDocument document) => (TemplateElement)document.Open(new TemplateElement(document, ElementName.OfHtml("template")));

    /// <summary>A document type: nothing is read of it.</summary>
    public IConstructableNode CreateDocumentType(PageDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) => new PageText(default);

    private static PageElement Html(PageDocument document, ReadOnlySpan<char> name) => document.Open(new PageElement(document, ElementName.OfHtml(name)));
}
