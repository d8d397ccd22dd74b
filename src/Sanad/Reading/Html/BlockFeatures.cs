using Sanad.Language;
using Sanad.Text;

namespace Sanad.Reading.Html;

/// <summary>What of a block, its markup and its surroundings tells whether it is the article's: signs that are there or not.</summary>
internal sealed class BlockFeatures
{
    /// <summary>More features than any block has.</summary>
    public const int Most = 320;

    private const int LongestCaption = 600;

    private static readonly string[] Ends = ["sentence", "colon", "comma", "none"];
    private static readonly string[] Coarse = ["1-6", "7-16", "17-29", "30-"];

    private readonly IReadOnlyList<FurniturePatterns> _furniture;
    private readonly PageWords _pageWords;
    private readonly FeatureSpace _space = new();
    private readonly int _bias, _words, _links, _role, _end, _roleEnd, _roleWords, _regions, _near, _far, _marked, _starts, _digits, _capitals, _commas, _quoted, _position, _afterTitle,
        _parentShare, _grandparentShare, _ld, _description, _fromTitle, _toTitle, _senses, _senseOfLine, _alone, _signatureShare, _parentLinks, _siblings, _before, _after, _known, _repeated, _title, _signs, _opens, _opensColon, _photo, _roleLinks;

    public BlockFeatures(MarkupHints hints, PageWords words, IReadOnlyList<FurniturePatterns> furniture)
    {
        _furniture = furniture;
        _pageWords = words;
        string[] roles = Enum.GetNames<Role>();
        _bias = _space.Add("bias", "1");
        _words = _space.AddCuts("words", WordCuts);
        _links = _space.AddCuts("links", LinkCuts);
        _role = _space.Add("role", roles);
        _end = _space.Add("ends", Ends);
        _roleLinks = _space.Add("role-links", Cross(roles, ["<0.01", "<0.2", "<0.5", "<0.9", ">=0.9"]));
        _roleEnd = _space.Add("role-ends", Cross(roles, Ends));
        _roleWords = _space.Add("role-words", Cross(roles, Coarse));
        _regions = _space.Add("region", Enum.GetNames<Region>().Skip(1));
        _near = _space.Add("near", hints.Names);
        _far = _space.Add("far", hints.Names);
        _marked = _space.Add("marked", "none", "some", "all");
        _starts = _space.Add("starts", "capital", "small", "digit", "quote", "other");
        _digits = _space.AddCuts("digits", [0.01f, 0.1f, 0.3f]);
        _capitals = _space.AddCuts("capitals", [0.1f, 0.3f, 0.7f]);
        _commas = _space.Add("commas", "0", "1", "2", "3");
        _quoted = _space.Add("quoted", "1");
        _position = _space.AddCuts("position", PositionCuts);
        _afterTitle = _space.Add("title", "none", "behind", "at", "before");
        _parentShare = _space.AddCuts("parent-share", ShareCuts);
        _grandparentShare = _space.AddCuts("grandparent-share", ShareCuts);
        _signatureShare = _space.AddCuts("signature-share", ShareCuts);
        _parentLinks = _space.AddCuts("parent-links", LinkCuts);
        _siblings = _space.AddCuts("siblings", [2, 3, 5, 9, 17]);
        _before = _space.Add("before", Neighbours());
        _after = _space.Add("after", Neighbours());
        _ld = _space.Add("linked-body", "none", "in", "out");
        _description = _space.Add("description", "1", "1 long");
        _fromTitle = _space.AddCuts("from-title", StepCuts);
        _toTitle = _space.AddCuts("to-title", StepCuts);
        _senses = _space.Add("sense", words.Senses);
        _senseOfLine = _space.Add("line-sense", words.Senses);
        _opens = _space.Add("opens", words.Senses);
        _opensColon = _space.Add("opens-colon", words.Senses);
        _photo = _space.Add("photo-tail", "1", "in parentheses");
        _alone = _space.Add("sense-only", "1-6", "7-16", "17-29");
        _known = _space.Add("known", Enum.GetNames<PartKind>());
        _repeated = _space.Add("repeated", "1");
        _title = _space.Add("is-title", "1");
        _signs = _space.Add("sign", "©", "@", "|", "http", "»", "•", "hash", "pm");
    }

    public int Count => _space.Count;

    public string NameOf(int feature) => _space.NameOf(feature);

    private static ReadOnlySpan<float> WordCuts => [2, 4, 7, 11, 17, 30, 60];

    private static ReadOnlySpan<float> LinkCuts => [0.01f, 0.2f, 0.5f, 0.9f];

    private static ReadOnlySpan<float> PositionCuts => [0.02f, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.65f, 0.8f, 0.9f];

    private static ReadOnlySpan<float> StepCuts => [1, 2, 3, 5, 8];

    private static ReadOnlySpan<float> ShareCuts => [0.001f, 0.05f, 0.15f, 0.35f, 0.6f, 0.85f];

    public void Find(Page page, PageStatistics statistics, int number, ref ActiveFeatures features)
    {
        ref readonly Block block = ref page.BlockAt(number);
        ReadOnlySpan<char> text = page.TextOf(number);
        int role = (int)block.Role, end = EndOf(text), coarse = CoarseOf(block.Words);
        float links = (float)block.LinkCharacters / block.Length;
        features.Add(_bias);
        features.Add(_words + FeatureSpace.Cut(block.Words, WordCuts));
        features.Add(_links + FeatureSpace.Cut(links, LinkCuts));
        features.Add(_role + role);
        features.Add(_roleLinks + (role * 5) + FeatureSpace.Cut(links, LinkCuts));
        features.Add(_end + end);
        features.Add(_roleEnd + (role * Ends.Length) + end);
        features.Add(_roleWords + (role * Coarse.Length) + coarse);
        features.AddBits((ulong)block.Regions, _regions);
        features.AddBits(block.Near, _near);
        features.AddBits(block.Far & ~block.Near, _far);
        features.Add(_marked + (block.MarkedCharacters == 0 ? 0 : block.MarkedCharacters * 10 < block.Length * 9 ? 1 : 2));
        AddLetters(text, block.Counts, ref features);
        features.Add(_position + FeatureSpace.Cut((float)statistics.WordsBefore(number) / Math.Max(1, statistics.Words), PositionCuts));
        features.Add(_afterTitle + (statistics.FirstTitle < 0 ? 0 : number > statistics.FirstTitle ? 1 : number == statistics.FirstTitle ? 2 : 3));
        int parent = page.Containers[block.Container].Parent, grandparent = parent < 0 ? -1 : page.Containers[parent].Parent;
        features.Add(_parentShare + FeatureSpace.Cut(statistics.SentenceShareOf(parent), ShareCuts));
        features.Add(_grandparentShare + FeatureSpace.Cut(statistics.SentenceShareOf(grandparent), ShareCuts));
        features.Add(_signatureShare + FeatureSpace.Cut(statistics.SentenceShareOfSignature(block.Container), ShareCuts));
        features.Add(_parentLinks + FeatureSpace.Cut(statistics.LinkShareOf(parent), LinkCuts));
        features.Add(_siblings + FeatureSpace.Cut(parent < 0 ? 0 : page.Containers[parent].EndBlock - page.Containers[parent].FirstBlock, [2, 3, 5, 9, 17]));
        (int fromTitle, int toTitle) = statistics.StepsToTitle(block.Container);
        features.Add(_fromTitle + FeatureSpace.Cut(fromTitle, StepCuts));
        features.Add(_toTitle + FeatureSpace.Cut(toTitle, StepCuts));
        features.Add(_ld + statistics.InLinkedBody(number));
        if (statistics.Description is { } description && text.Length > 20 && Letters.Hold(description, text)) features.Add(_description + (block.Words > 30 ? 1 : 0));
        // Of a long text the senses are not told, and any may be there.
        uint senses = coarse < 3 ? _pageWords.Of(text) : uint.MaxValue;
        if (coarse < 3)
        {
            features.AddBits(senses, coarse < 2 ? _senseOfLine : _senses);
            features.AddIf(senses == 0, _alone + coarse);
        }

        AddOpening(text, ref features);
        if (text.Length <= LongestCaption && _pageWords.MayBePhotoCredited(senses, text.Length) && _pageWords.IsPhotoCredited(text, out bool inParentheses)) features.Add(_photo + (inParentheses ? 1 : 0));
        features.Add(_before + Neighbour(page, number, number - 1));
        features.Add(_after + Neighbour(page, number, number + 1));
        foreach (FurniturePatterns patterns in _furniture)
        {
            if (!patterns.TryMatch(text, out PartKind kind)) continue;
            features.Add(_known + (int)kind);
            break;
        }

        features.AddIf(statistics.IsRepeated(number), _repeated);
        features.AddIf(statistics.FirstTitle >= 0 && number != statistics.FirstTitle && text.Equals(page.TextOf(statistics.FirstTitle), StringComparison.OrdinalIgnoreCase), _title);
    }

    private void AddOpening(ReadOnlySpan<char> text, ref ActiveFeatures features)
    {
        int end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-')) end++;
        uint senses = _pageWords.Of(text[..end]);
        if (senses == 0) return;
        int colon = text[..Math.Min(text.Length, 24)].IndexOf(':');
        features.AddBits(senses, colon > 0 ? _opensColon : _opens);
    }

    private void AddLetters(ReadOnlySpan<char> text, in CharacterCounts counts, ref ActiveFeatures features)
    {
        char first = text[0];
        features.Add(_starts + (char.IsUpper(first) ? 0 : char.IsLower(first) ? 1 : char.IsDigit(first) ? 2 : first is '"' or '“' or '„' or '«' or '‘' or '\'' ? 3 : 4));
        features.Add(_digits + FeatureSpace.Cut((float)counts.Digits / text.Length, [0.01f, 0.1f, 0.3f]));
        features.Add(_capitals + FeatureSpace.Cut((float)counts.Capitals / Math.Max(1, counts.Letters), [0.1f, 0.3f, 0.7f]));
        features.Add(_commas + Math.Min(counts.Commas, 3));
        features.AddIf((counts.Seen & Sign.Quote) != 0, _quoted);
        features.AddIf((counts.Seen & Sign.Copyright) != 0, _signs);
        features.AddIf((counts.Seen & Sign.At) != 0, _signs + 1);
        features.AddIf((counts.Seen & Sign.Bar) != 0, _signs + 2);
        features.AddIf(text.Contains("http", StringComparison.Ordinal), _signs + 3);
        features.AddIf(text[^1] is '»' or '›' or '>' or '→', _signs + 4);
        features.AddIf(first is '•' or '-' or '–' or '*' or '●', _signs + 5);
        features.AddIf(first == '#', _signs + 6);
        features.AddIf(text.Length < 60 && counts.Digits >= 4 && (counts.Seen & Sign.Colon) != 0, _signs + 7);
    }

    /// <summary>How a text ends: 0 as a sentence, 1 with a colon, 2 with a comma, 3 otherwise.</summary>
    public static int EndOf(ReadOnlySpan<char> text)
    {
        if (PageStatistics.EndsSentence(text)) return 0;
        return text[^1] switch { ':' => 1, ',' or ';' => 2, _ => 3 };
    }

    private static int CoarseOf(int words) => words < 7 ? 0 : words < 17 ? 1 : words < 30 ? 2 : 3;

    private static int Neighbour(Page page, int number, int other)
    {
        if (other < 0 || other >= page.Blocks.Count) return 0;
        ref readonly Block block = ref page.BlockAt(other);
        bool linked = block.LinkCharacters * 2 > block.Length, ends = PageStatistics.EndsSentence(page.TextOf(other));
        bool near = page.Containers[block.Container].Parent == page.Containers[page.BlockAt(number).Container].Parent || block.Container == page.BlockAt(number).Container;
        return 1 + (CoarseOf(block.Words) * 8) + (linked ? 4 : 0) + (ends ? 2 : 0) + (near ? 1 : 0);
    }

    private static IEnumerable<string> Neighbours()
    {
        yield return "none";
        foreach (string words in Coarse)
        {
            for (int bits = 0; bits < 8; bits++) yield return $"{words}{((bits & 4) > 0 ? " linked" : "")}{((bits & 2) > 0 ? " sentence" : "")}{((bits & 1) > 0 ? " near" : "")}";
        }
    }

    private static IEnumerable<string> Cross(IEnumerable<string> left, string[] right) => left.SelectMany(l => right.Select(r => $"{l} {r}"));
}
