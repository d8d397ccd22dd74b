using System.Collections.Frozen;

namespace Sanad.Reading.Html;

/// <summary>What an open element keeps tags from, and what its own tags close, by the HTML Standard and as the parser takes it.</summary>
[Flags]
internal enum Bonds : ushort
{
    None = 0,

    /// <summary>Through it no end tag reaches.</summary>
    Wall = 1 << 0,

    /// <summary>Through it the end tags of elements that the standard knows nothing else of do not reach.</summary>
    Special = 1 << 1,

    /// <summary>Its end tag closes what was left open in it.</summary>
    Closing = 1 << 2,

    /// <summary>It may have been closed before its end tag, or never opened: that end tag is trusted to close nothing else.</summary>
    Doubtful = 1 << 3,

    /// <summary>A drawing, a formula, or what is read as text in one: it ends where other markup begins.</summary>
    Foreign = 1 << 4,

    /// <summary>The next of its kind ends it: a paragraph, an item of a list.</summary>
    Item = 1 << 5,

    /// <summary>Special, but the next item of a list reaches through it.</summary>
    Passable = 1 << 6,

    /// <summary>Its start tag ends a paragraph.</summary>
    EndsParagraph = 1 << 7,

    /// <summary>Its start tag may end a paragraph: whether it does depends on more than the tags around.</summary>
    MayEndParagraph = 1 << 8,

    /// <summary>Through it no <c>&lt;/li&gt;</c> reaches.</summary>
    List = 1 << 9,
}

/// <summary>Element names as numbers, and their bonds.</summary>
internal static class ElementBonds
{
    public static readonly ulong Paragraph = NumberOf("p"), Item = NumberOf("li"), Term = NumberOf("dt"), Description = NumberOf("dd"), Link = NumberOf("a"), Table = NumberOf("table"), Row = NumberOf("tr"), Cell = NumberOf("td"), HeadCell = NumberOf("th"), Drawing = NumberOf("svg"), Formula = NumberOf("math");

    private static readonly FrozenDictionary<ulong, Bonds> Known = All();

    public static Bonds Of(ulong name) => Known.GetValueOrDefault(name);

    /// <summary>
    /// A number for a name in letters of any case, all headings alike: the end tag of one closes any. Of short names it is their letters, of longer ones a hash (FNV-1a).
    /// </summary>
    public static ulong NumberOf(ReadOnlySpan<char> tag)
    {
        if (tag.Length == 2 && (tag[0] | 0x20) == 'h' && tag[1] is >= '1' and <= '6') tag = "h#";
        bool isShort = tag.Length <= 8;
        ulong name = isShort ? 0 : 14_695_981_039_346_656_037;
        foreach (char c in tag)
        {
            ulong letter = char.IsAsciiLetterUpper(c) ? (uint)c | 0x20 : c;
            name = isShort ? (name << 8) | letter : (name ^ letter) * 1_099_511_628_211;
        }

        return name;
    }

    private static FrozenDictionary<ulong, Bonds> All()
    {
        var all = new Dictionary<ulong, Bonds>();
        void Add(Bonds bonds, string names)
        {
            foreach (string name in names.Split(' ')) all[NumberOf(name)] = all.GetValueOrDefault(NumberOf(name)) | bonds;
        }

        const string blocks = "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header main menu nav ol section summary ul pre listing h#";
        Add(Bonds.Closing | Bonds.Special | Bonds.EndsParagraph, blocks);
        Add(Bonds.Closing | Bonds.Special | Bonds.Wall, "table object applet marquee button");
        Add(Bonds.Special | Bonds.Wall, "caption title");
        Add(Bonds.Special | Bonds.Wall | Bonds.Foreign | Bonds.Doubtful, "math svg mi mo mn ms mtext annotation-xml foreignobject desc");
        Add(Bonds.Closing, "form");
        // A time and an output are so to the parser and not to the standard.
        Add(Bonds.Special, "hgroup search form noscript head body html colgroup time output textarea");
        Add(Bonds.Item | Bonds.Special | Bonds.EndsParagraph, "p li dd dt");
        Add(Bonds.Passable, "address div p");
        Add(Bonds.List, "ul ol");
        Add(Bonds.EndsParagraph, "hgroup");
        Add(Bonds.MayEndParagraph, "form table");
        // One of them in another ends that, or is nothing; so is what only stands in tables and heads.
        Add(Bonds.Doubtful, "h# table button form caption colgroup head body html");
        return all.ToFrozenDictionary();
    }
}
