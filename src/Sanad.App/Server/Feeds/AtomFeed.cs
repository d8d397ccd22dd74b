using System.Text;
using System.Xml;
using Sanad.App.Cli.Commands.Brief;

namespace Sanad.App.Server.Feeds;

/// <summary>Writes a feed as Atom 1.0 (RFC 4287). Words of articles are text there and never markup.</summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="server">Where the server is found, without a slash at the end.</param>
    public static byte[] Write(Feed feed, string server)
    {
        using var buffer = new MemoryStream();
        // Signs that XML cannot hold at all have been taken out of every text: the writer checks it once more.
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("id", Namespace, feed.Id);
            Text(xml, "title", feed.Title);
            xml.WriteElementString("updated", Namespace, feed.Items.Count == 0 ? "1970-01-01T00:00:00Z" : feed.Items.Max(static item => item.Updated)!);
            Link(xml, "self", server + feed.Self, MediaType);
            Link(xml, "alternate", server + feed.Page, "text/html");
            xml.WriteElementString("generator", Namespace, "Sanad");
            foreach (FeedItem item in feed.Items)
            {
                xml.WriteStartElement("entry", Namespace);
                xml.WriteElementString("id", Namespace, item.Id);
                Text(xml, "title", item.Title);
                xml.WriteElementString("updated", Namespace, item.Updated);
                xml.WriteStartElement("author", Namespace);
                xml.WriteElementString("name", Namespace, Clean(item.Outlet is { Length: > 0 } outlet ? outlet : "Sanad"));
                xml.WriteEndElement();
                Link(xml, "alternate", server + item.Path, "text/html");
                if (WebAddress.Of(item.Url) is { } address) Link(xml, "via", address, "text/html");
                Text(xml, "content", item.Text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Text(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string mediaType)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }
}
