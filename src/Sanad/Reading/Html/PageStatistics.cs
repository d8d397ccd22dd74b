using System.Runtime.InteropServices;

namespace Sanad.Reading.Html;

/// <summary>Counts over a page that tell a block apart from its surroundings, taken in one pass over its blocks.</summary>
internal sealed class PageStatistics
{
    /// <summary>Words from which on a line that ends like a sentence is one.</summary>
    private const int SentenceWords = 7;

    private readonly Page _page;
    private readonly int[] _words, _linkWords, _sentenceWords, _blocks;
    private readonly int[] _ofSignature;
    private readonly int[] _wordsBefore;
    private readonly bool[] _repeated;

    public PageStatistics(Page page)
    {
        _page = page;
        int containers = page.Containers.Count, signatures = 0;
        foreach (Container container in page.Containers) signatures = Math.Max(signatures, container.Signature + 1);
        _words = new int[containers];
        _linkWords = new int[containers];
        _sentenceWords = new int[containers];
        _blocks = new int[containers];
        _ofSignature = new int[signatures];
        _wordsBefore = new int[page.Blocks.Count + 1];
        _repeated = new bool[page.Blocks.Count];
        ReadOnlySpan<Block> blocks = CollectionsMarshal.AsSpan(page.Blocks);
        var seen = new Dictionary<int, int>();
        for (int i = 0; i < blocks.Length; i++)
        {
            ref readonly Block block = ref blocks[i];
            bool isSentence = IsSentence(i);
            int sentence = isSentence ? block.Words : 0;
            _wordsBefore[i + 1] = _wordsBefore[i] + block.Words;
            Words += block.Words;
            SentenceWordsInAll += sentence;
            _ofSignature[page.Containers[block.Container].Signature] += sentence;
            int linked = (int)((long)block.Words * block.LinkCharacters / Math.Max(1, block.Length));
            _blocks[block.Container]++;
            for (int container = block.Container, up = 0; container >= 0 && up < DepthGuard.Deepest; container = page.Containers[container].Parent, up++)
            {
                _words[container] += block.Words;
                _linkWords[container] += linked;
                _sentenceWords[container] += sentence;
            }

            if (FirstTitle < 0 && block.Role == Role.Title) FirstTitle = i;
            int hash = string.GetHashCode(page.TextOf(i), StringComparison.Ordinal);
            if (!seen.TryAdd(hash, i)) _repeated[i] = _repeated[seen[hash]] = true;
        }
    }

    public int Words { get; }

    /// <summary>Words of all blocks that read like sentences and not like links.</summary>
    public int SentenceWordsInAll { get; }

    /// <summary>The first <c>h1</c>'s block, or -1.</summary>
    public int FirstTitle { get; } = -1;

    public int WordsBefore(int block) => _wordsBefore[block];

    public bool IsRepeated(int block) => _repeated[block];

    public int BlocksIn(int container) => _blocks[container];

    public float SentenceShareOf(int container) => container < 0 ? 1 : Share(_sentenceWords[container], SentenceWordsInAll);

    public float LinkShareOf(int container) => container < 0 ? 0 : Share(_linkWords[container], _words[container]);

    public float SentenceShareOfSignature(int container) => Share(_ofSignature[_page.Containers[container].Signature], SentenceWordsInAll);

    public bool IsSentence(int block)
    {
        Block it = _page.Blocks[block];
        return it.Words >= SentenceWords && it.LinkCharacters * 3 < it.Length && EndsSentence(_page.TextOf(block));
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> end = text.TrimEnd("\"”’'»)] ");
        return end.Length > 0 && end[^1] is '.' or '?' or '!' or '…' or '。' or '؟';
    }

    private static float Share(int part, int whole) => whole == 0 ? 0 : (float)part / whole;
}
