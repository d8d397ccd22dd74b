namespace Sanad.Reading.Feeds.Markup;

/// <summary>A list's elements one after the other, by vocabulary and name, and what stands inside them.</summary>
internal sealed class ListMarkup(string text)
{
    /// <summary>Tags in which a list's root must show itself: broken servers print some of their own before it.</summary>
    private const int TagsBeforeRoot = 64;

    private readonly MarkupReader _reader = new(text);
    private readonly Vocabularies _vocabularies = new();
    private readonly char[] _name = new char[32];
    private int _length;

    public Vocabulary Vocabulary { get; private set; }

    /// <summary>The element's name without prefix, small; empty for one longer than any that is known.</summary>
    public ReadOnlySpan<char> Name => _name.AsSpan(0, _length);

    public int Depth => _reader.Depth;

    public bool IsCut => _reader.IsCut;

    /// <summary>Where the element's start tag begins.</summary>
    public int Start => _reader.Tag.Start;

    public long Work => _reader.Work;

    /// <summary>Elements of this name do not stand in each other: where one begins, the one before it has ended.</summary>
    public string NeverNested
    {
        set => _reader.NeverNested = value;
    }

    /// <summary>Goes to the first element that can be a list's root.</summary>
    public ListRoot ReadRoot()
    {
        for (int i = 0; i < TagsBeforeRoot && _reader.Read(); i++)
        {
            if (_reader.Kind != TagKind.Start) continue;
            SetName(_reader.Name.Of(_reader.Text));
            if (Name is "html" or "head" or "body") return ListRoot.None;
            ListRoot root = Name switch
            {
                "rss" => ListRoot.Rss,
                "rdf" when _reader.Name.Length > 3 => ListRoot.Rss,
                "feed" => ListRoot.Atom,
                "entry" => ListRoot.AtomEntry,
                "urlset" => ListRoot.Sitemap,
                "sitemapindex" => ListRoot.SitemapIndex,
                "opml" => ListRoot.Opml,
                _ => ListRoot.None,
            };
            if (root == ListRoot.None) continue;
            _vocabularies.StartAt(_reader);
            return root;
        }

        return ListRoot.None;
    }

    /// <summary>Goes to the next element right inside the one whose depth is given.</summary>
    /// <returns>False when that one ends, or the text does.</returns>
    public bool ReadChild(int parent)
    {
        if (!_reader.ReadChild(parent)) return false;
        Vocabulary = _vocabularies.Of(_reader, out ReadOnlySpan<char> name);
        SetName(name);
        return true;
    }

    public string? Attribute(string name) => _reader.Attribute(name);

    /// <summary>The words inside on one line; goes to the element's end.</summary>
    /// <param name="isHtml">Whether what is escaped may be markup.</param>
    public string Line(bool isHtml)
    {
        Text.TextSpan inside = _reader.ReadInside(out bool holdsTags);
        return MarkupText.Line(inside.Of(_reader.Text), holdsTags, isHtml);
    }

    /// <summary>The markup inside, escaped or not; goes to the element's end.</summary>
    public string Html()
    {
        Text.TextSpan inside = _reader.ReadInside(out bool holdsTags);
        return MarkupText.Html(inside.Of(_reader.Text), holdsTags);
    }

    private void SetName(ReadOnlySpan<char> name)
    {
        name = name[(name.IndexOf(':') + 1)..];
        _length = name.Length > _name.Length ? 0 : name.ToLowerInvariant(_name);
    }
}

/// <summary>What a list is, by its root element.</summary>
internal enum ListRoot
{
    None,

    /// <summary>RSS of any version, RDF ones too.</summary>
    Rss,
    Atom,
    AtomEntry,
    Sitemap,
    SitemapIndex,
    Opml,
}
