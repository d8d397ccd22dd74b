using System.Collections.Frozen;

namespace Sanad.Reading.Html;

/// <summary>What an element's name says about the text in it.</summary>
internal enum Role : byte
{
    /// <summary>Flows with the text around it.</summary>
    Inline,
    Division,
    Paragraph,
    Title,
    Heading,
    ListItem,
    List,
    Row,
    Cell,
    Table,
    Quote,
    Caption,
    Preformatted,
    Break,

    /// <summary>Holds no text for a reader.</summary>
    Skipped,
}

/// <summary>Parts of a page that its markup names, as flags of all elements around a block.</summary>
[Flags]
internal enum Region
{
    None = 0,
    Article = 1 << 0,
    Main = 1 << 1,
    Aside = 1 << 2,
    Navigation = 1 << 3,
    Header = 1 << 4,
    Footer = 1 << 5,
    Figure = 1 << 6,
    Form = 1 << 7,
    List = 1 << 8,
    Table = 1 << 9,
    Quote = 1 << 10,
    Hidden = 1 << 11,

    /// <summary>Marked as the article's text: schema.org <c>articleBody</c>.</summary>
    ArticleBody = 1 << 12,
    Section = 1 << 13,

    /// <summary>Marked as an article inside another one, such as a teaser or a comment.</summary>
    InnerArticle = 1 << 14,
}

/// <summary>How an element's tags are to be read before they are parsed.</summary>
[Flags]
internal enum TagTraits : ushort
{
    None = 0,

    /// <summary>Holds nothing for a reader.</summary>
    LeftOut = 1 << 0,

    /// <summary>Its content is no markup.</summary>
    Raw = 1 << 1,

    /// <summary>Holds nothing, or is a part of a table that the next one closes.</summary>
    ClosesItself = 1 << 2,

    /// <summary>A formatting element of the HTML Standard, section 13.2.4.3.</summary>
    Formatting = 1 << 3,

    /// <summary>Holds nothing and is read for its attributes alone.</summary>
    Bare = 1 << 4,

    /// <summary>A part of a table.</summary>
    Part = 1 << 6,

    /// <summary>Flows with the text, and nothing is read of it but what it is marked with.</summary>
    Unread = 1 << 7,

    /// <summary>Ends a drawing or a formula that it stands in (13.2.6.5); what does not nests there as all else.</summary>
    BreaksOut = 1 << 5,
}

/// <summary>Element names known to the reader.</summary>
internal static class Tag
{
    private static readonly Dictionary<string, (Role Role, Region Region)> Known = new()
    {
        ["p"] = (Role.Paragraph, 0), ["div"] = (Role.Division, 0), ["section"] = (Role.Division, Region.Section), ["article"] = (Role.Division, Region.Article),
        ["main"] = (Role.Division, Region.Main), ["aside"] = (Role.Division, Region.Aside), ["nav"] = (Role.Division, Region.Navigation), ["header"] = (Role.Division, Region.Header),
        ["footer"] = (Role.Division, Region.Footer), ["form"] = (Role.Division, Region.Form), ["fieldset"] = (Role.Division, Region.Form), ["figure"] = (Role.Division, Region.Figure),
        ["figcaption"] = (Role.Caption, Region.Figure), ["caption"] = (Role.Caption, 0), ["h1"] = (Role.Title, 0), ["h2"] = (Role.Heading, 0), ["h3"] = (Role.Heading, 0), ["h4"] = (Role.Heading, 0),
        ["h5"] = (Role.Heading, 0), ["h6"] = (Role.Heading, 0), ["ul"] = (Role.List, Region.List), ["ol"] = (Role.List, Region.List), ["dl"] = (Role.List, 0), ["menu"] = (Role.List, Region.Navigation),
        ["li"] = (Role.ListItem, 0), ["dt"] = (Role.ListItem, 0), ["dd"] = (Role.ListItem, 0), ["table"] = (Role.Table, Region.Table), ["tbody"] = (Role.Table, 0), ["thead"] = (Role.Table, 0),
        ["tfoot"] = (Role.Table, 0), ["tr"] = (Role.Row, 0), ["td"] = (Role.Cell, 0), ["th"] = (Role.Cell, 0), ["blockquote"] = (Role.Quote, Region.Quote), ["pre"] = (Role.Preformatted, 0),
        ["br"] = (Role.Break, 0), ["hr"] = (Role.Division, 0), ["address"] = (Role.Division, 0), ["center"] = (Role.Division, 0), ["details"] = (Role.Division, 0), ["summary"] = (Role.Division, 0),
        ["hgroup"] = (Role.Division, 0), ["dialog"] = (Role.Division, Region.Hidden), ["body"] = (Role.Division, 0), ["html"] = (Role.Division, 0),
        ["script"] = (Role.Skipped, 0), ["style"] = (Role.Skipped, 0), ["noscript"] = (Role.Skipped, 0), ["template"] = (Role.Skipped, 0), ["svg"] = (Role.Skipped, 0), ["iframe"] = (Role.Skipped, 0),
        ["object"] = (Role.Skipped, 0), ["select"] = (Role.Skipped, 0), ["button"] = (Role.Skipped, 0), ["textarea"] = (Role.Skipped, 0), ["input"] = (Role.Skipped, 0), ["video"] = (Role.Skipped, 0),
        ["audio"] = (Role.Skipped, 0), ["canvas"] = (Role.Skipped, 0), ["head"] = (Role.Skipped, 0), ["title"] = (Role.Skipped, 0), ["math"] = (Role.Inline, 0), ["frameset"] = (Role.Skipped, 0),
    };

    private static readonly (TagTraits Traits, string Names)[] Traits =
    [
        (TagTraits.LeftOut, "svg style script iframe noscript select template"),
        (TagTraits.Raw, "xmp style title script iframe noembed textarea noframes"),
        (TagTraits.ClosesItself, "br hr td tr th img wbr col meta link area base input embed param track tbody thead tfoot source bgsound menuitem keygen frame basefont image"),
        (TagTraits.Part, "td th tr tbody thead tfoot col colgroup caption"),
        (TagTraits.Unread, "span label u s tt big font code nobr small strike sub sup q cite mark ins del option optgroup ruby rb rp rt rtc"),
        (TagTraits.Formatting, "a b i s u em tt big font code nobr small strike strong"),
        (TagTraits.BreaksOut, "br hr img meta embed"),
        (TagTraits.Bare, "img wbr link area embed param track source"),
    ];

    private static readonly FrozenDictionary<string, TagKind> Kinds = All();

    private static readonly FrozenDictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Written = Kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The same for a name as it stands in markup, in letters of any case.</summary>
    public static TagKind Of(ReadOnlySpan<char> name)
    {
        if (Written.TryGetValue(name, out TagKind kind)) return kind;
        return name.Contains('-') ? new TagKind(Role.Division, Region.None, 1) : default;
    }

    /// <param name="name">In small letters.</param>
    public static TagKind Of(string name)
    {
        if (Kinds.TryGetValue(name, out TagKind kind)) return kind;
        // Custom elements ("news-card") are laid out as their makers like; most stand as blocks.
        return name.Contains('-', StringComparison.Ordinal) ? new TagKind(Role.Division, Region.None, 1) : default;
    }

    private static FrozenDictionary<string, TagKind> All()
    {
        var all = new Dictionary<string, TagKind>(StringComparer.Ordinal);
        foreach ((string name, (Role role, Region region)) in Known) all[name] = new TagKind(role, region, all.Count + 2);
        foreach ((TagTraits traits, string names) in Traits)
        {
            foreach (string name in names.Split(' '))
            {
                TagKind kind = all.TryGetValue(name, out TagKind known) ? known : new TagKind(Role.Inline, Region.None, all.Count + 2);
                all[name] = kind with { Traits = kind.Traits | traits };
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <param name="Number">Tells names apart; all that are not known share theirs.</param>
internal readonly record struct TagKind(Role Role, Region Region, int Number)
{
    public TagTraits Traits { get; init; }

    public bool Has(TagTraits trait) => (Traits & trait) != 0;
}
