using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sanad.Reading.Html;

/// <summary>Counts over a page that tell a block apart from its surroundings, taken in one pass over its blocks.</summary>
internal sealed class PageStatistics
{
    /// <summary>Words from which on a line that ends like a sentence is one.</summary>
    private const int SentenceWords = 7;

    private readonly Page _page;
    private readonly int[] _words, _linkWords, _sentenceWords, _blocks;
    private readonly int[] _ofSignature, _blocksOfSignature;
    private readonly int[] _wordsBefore;
    /// <summary>Words below which a block is not looked for in the text for machines: it would be found anywhere.</summary>
    private const int FewWords = 3;

    private readonly bool[] _repeated;
    private readonly sbyte[] _linked;

    public PageStatistics(Page page)
    {
        _page = page;
        FirstTitle = page.TitleBlock;
        string? linkedBody = page.Linked.ArticleBody is { Length: > 100 } body ? Letters.Of(body) : null;
        if (page.Description is { Length: > 20 } description) Description = Letters.Of(description);
        int containers = page.Containers.Count, signatures = 0;
        foreach (Container container in page.Containers) signatures = Math.Max(signatures, container.Signature + 1);
        _words = new int[containers];
        _linkWords = new int[containers];
        _sentenceWords = new int[containers];
        _blocks = new int[containers];
        _ofSignature = new int[signatures];
        _blocksOfSignature = new int[signatures];
        _wordsBefore = new int[page.Blocks.Count + 1];
        _repeated = new bool[page.Blocks.Count];
        ReadOnlySpan<Block> blocks = CollectionsMarshal.AsSpan(page.Blocks);
        // Places of blocks by the hash of their text, each with its number and one: no text is copied to be found again.
        int[] seen = ArrayPool<int>.Shared.Rent((int)BitOperations.RoundUpToPowerOf2((uint)blocks.Length * 2));
        Array.Clear(seen);
        _linked = new sbyte[blocks.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            ref readonly Block block = ref blocks[i];
            bool isSentence = IsSentence(i);
            int sentence = isSentence ? block.Words : 0;
            _wordsBefore[i + 1] = _wordsBefore[i] + block.Words;
            Words += block.Words;
            SentenceWordsInAll += sentence;
            _ofSignature[page.Containers[block.Container].Signature] += sentence;
            _blocksOfSignature[page.Containers[block.Container].Signature]++;
            int linked = (int)((long)block.Words * block.LinkCharacters / Math.Max(1, block.Length));
            _blocks[block.Container]++;
            for (int container = block.Container, up = 0; container >= 0 && up < OpenElements.Deepest; container = page.Containers[container].Parent, up++)
            {
                _words[container] += block.Words;
                _linkWords[container] += linked;
                _sentenceWords[container] += sentence;
            }

            ReadOnlySpan<char> text = page.TextOf(i);
            int first = FirstOf(seen, text, i);
            if (first != i) _repeated[i] = _repeated[first] = true;
            if (linkedBody is not null) _linked[i] = (sbyte)(block.Words >= FewWords && Letters.Hold(linkedBody, text) ? 1 : 2);
        }

        ArrayPool<int>.Shared.Return(seen);
    }

    /// <summary>The first block of the text; the one given where it is the first.</summary>
    private int FirstOf(int[] seen, ReadOnlySpan<char> text, int block)
    {
        for (uint at = (uint)string.GetHashCode(text); ; at++)
        {
            ref int place = ref seen[at % (uint)seen.Length];
            if (place == 0) place = block + 1;
            if (place == block + 1 || _page.TextOf(place - 1).SequenceEqual(text)) return place - 1;
        }
    }

    /// <summary>Whether the article's text in the page's JSON-LD holds the block: 1 it does, 2 it does not, 0 there is none.</summary>
    public int InLinkedBody(int block) => _linked[block];

    /// <summary>Letters of the page's own summary of its article.</summary>
    public string? Description { get; }

    public int Words { get; }

    /// <summary>Words of all blocks that read like sentences and not like links.</summary>
    public int SentenceWordsInAll { get; }

    /// <summary>The block of the article's title, or -1.</summary>
    public int FirstTitle { get; } = -1;

    public int WordsBefore(int block) => _wordsBefore[block];

    public bool IsRepeated(int block) => _repeated[block];

    public int BlocksIn(int container) => _blocks[container];

    public float SentenceShareOf(int container) => container < 0 ? 1 : Share(_sentenceWords[container], SentenceWordsInAll);

    public float LinkShareOf(int container) => container < 0 ? 0 : Share(_linkWords[container], _words[container]);

    public float SentenceShareOfSignature(int container) => Share(_ofSignature[_page.Containers[container].Signature], SentenceWordsInAll);

    public bool IsSentence(int block)
    {
        ref readonly Block it = ref _page.BlockAt(block);
        return it.Words >= SentenceWords && it.LinkCharacters * 3 < it.Length && EndsSentence(_page.TextOf(block));
    }

    /// <summary>Blocks in elements that repeat this one.</summary>
    public int BlocksOfSignature(int container) => _blocksOfSignature[_page.Containers[container].Signature];

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> end = text.TrimEnd("\"”’'»)] ");
        return end.Length > 0 && end[^1] is '.' or '?' or '!' or '…' or '。' or '؟';
    }

    /// <summary>Steps up from the element, and from the title's, to the one that holds both; both far where there is no title.</summary>
    public (int From, int To) StepsToTitle(int container)
    {
        if (FirstTitle < 0) return (OpenElements.Deepest, OpenElements.Deepest);
        int title = _page.BlockAt(FirstTitle).Container, from = 0, to = 0;
        // Containers are numbered from the outside in, so of two the later cannot hold the earlier.
        while (container != title)
        {
            if (container > title)
            {
                container = _page.Containers[container].Parent;
                from++;
            }
            else
            {
                title = _page.Containers[title].Parent;
                to++;
            }
        }

        return (from, to);
    }

    private static float Share(int part, int whole) => whole == 0 ? 0 : (float)part / whole;
}
