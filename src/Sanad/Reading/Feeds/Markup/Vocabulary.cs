namespace Sanad.Reading.Feeds.Markup;

/// <summary>The vocabularies that elements of lists come from.</summary>
internal enum Vocabulary
{
    /// <summary>The list's own, whatever it is.</summary>
    Own,
    Atom,
    DublinCore,
    Content,
    Media,
    FeedBurner,
    News,
    Other,
}

/// <summary>
/// Tells an element's vocabulary by its prefix: as declared anywhere before it, and as everybody writes it where nothing is declared. Scopes are not
/// kept: feeds that give one prefix two meanings are not known.
/// </summary>
internal sealed class Vocabularies
{
    /// <summary>Prefixes kept of one list.</summary>
    private const int Most = 64;

    private readonly Dictionary<string, Vocabulary> _declared = new(StringComparer.OrdinalIgnoreCase);

    private string _main = "";

    /// <summary>Takes in what the start tag declares. To be called with each that matters, in order.</summary>
    /// <returns>The vocabulary of the tag's own element and its name without prefix.</returns>
    public Vocabulary Of(MarkupReader reader, out ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> whole = reader.Name.Of(reader.Text);
        int colon = whole.IndexOf(':');
        ReadOnlySpan<char> prefix = colon < 0 ? [] : whole[..colon];
        name = whole[(colon + 1)..];
        Vocabulary? unprefixed = null;
        if (reader.Tag.Of(reader.Text).Contains("xmlns", StringComparison.OrdinalIgnoreCase)) unprefixed = Declare(reader);
        if (prefix.IsEmpty) return unprefixed ?? Vocabulary.Own;
        if (prefix.Equals(_main, StringComparison.OrdinalIgnoreCase)) return Vocabulary.Own;
        return _declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(prefix, out Vocabulary declared) ? declared : Usual(prefix);
    }

    /// <summary>Takes the vocabulary of the list's root element, prefixed or not, for the list's own.</summary>
    public void StartAt(MarkupReader root)
    {
        Of(root, out _);
        ReadOnlySpan<char> name = root.Name.Of(root.Text);
        // The root of RDF belongs to RDF, what is inside it to RSS.
        if (name.IndexOf(':') is var colon and > 0 && !name[..colon].Equals("rdf", StringComparison.OrdinalIgnoreCase)) _main = name[..colon].ToString();
    }

    private Vocabulary? Declare(MarkupReader reader)
    {
        Vocabulary? unprefixed = null;
        foreach ((Text.TextSpan name, Text.TextSpan value) in reader.Attributes)
        {
            ReadOnlySpan<char> attribute = name.Of(reader.Text);
            if (attribute.Equals("xmlns", StringComparison.OrdinalIgnoreCase)) unprefixed = Named(value.Of(reader.Text));
            else if (attribute.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) && attribute.Length is > 6 and < 40 && _declared.Count < Most)
                _declared[attribute[6..].ToString()] = Named(value.Of(reader.Text));
        }

        return unprefixed;
    }

    /// <summary>By what all ways of writing a vocabulary's address have in common: versions, closing slashes and www differ.</summary>
    private static Vocabulary Named(ReadOnlySpan<char> address)
    {
        if (Holds(address, "/2005/Atom") || Holds(address, "purl.org/atom")) return Vocabulary.Atom;
        if (Holds(address, "purl.org/dc/")) return Vocabulary.DublinCore;
        if (Holds(address, "purl.org/rss/1.0/modules/content")) return Vocabulary.Content;
        if (Holds(address, "search.yahoo.com/mrss") || Holds(address, "video.search.yahoo.com")) return Vocabulary.Media;
        if (Holds(address, "feedburner")) return Vocabulary.FeedBurner;
        if (Holds(address, "sitemap-news")) return Vocabulary.News;
        if (Holds(address, "purl.org/rss/1.0/modules/")) return Vocabulary.Other;
        return Holds(address, "purl.org/rss") || Holds(address, "backend.userland.com/rss") || Holds(address, "netscape.com/rdf") || Holds(address, "/schemas/sitemap") || Holds(address, "blogs.law.harvard.edu") || Holds(address, "cyber.law.harvard.edu")
            ? Vocabulary.Own
            : Vocabulary.Other;
    }

    private static bool Holds(ReadOnlySpan<char> address, string part) => address.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static Vocabulary Usual(ReadOnlySpan<char> prefix)
    {
        Span<char> lower = stackalloc char[12];
        if (prefix.Length > lower.Length) return Vocabulary.Other;
        prefix.ToLowerInvariant(lower);
        return lower[..prefix.Length] switch
        {
            "atom" or "atom10" or "a10" => Vocabulary.Atom,
            "dc" or "dcterms" => Vocabulary.DublinCore,
            "content" => Vocabulary.Content,
            "media" => Vocabulary.Media,
            "feedburner" or "pheedo" => Vocabulary.FeedBurner,
            "news" or "n" => Vocabulary.News,
            "rss" => Vocabulary.Own,
            _ => Vocabulary.Other,
        };
    }
}
