namespace Sanad.Reading.Html;

/// <summary>What the first round made of a page: the chance of each block to be the article's, and where on the page the article must be.</summary>
internal sealed class FirstVerdict
{
    /// <summary>Chance from which on a block counts as found.</summary>
    private const float Strong = 0.6f;

    /// <summary>Share of the found words that the article's element holds.</summary>
    private const float Nearly = 0.85f;

    private readonly Page _page;
    private readonly float[] _chances, _gapBefore, _gapBehind, _inContainer, _ofSignature;
    private readonly float _all;
    private readonly int _main, _home;

    public FirstVerdict(Page page, float[] chances)
    {
        _page = page;
        _chances = chances;
        int count = page.Blocks.Count, signatures = 0;
        foreach (Container container in page.Containers) signatures = Math.Max(signatures, container.Signature + 1);
        _inContainer = new float[page.Containers.Count];
        _ofSignature = new float[signatures];
        float[] direct = new float[page.Containers.Count];
        _gapBefore = new float[count];
        _gapBehind = new float[count];
        float gap = float.MaxValue;
        for (int i = 0; i < count; i++)
        {
            Block block = page.Blocks[i];
            _gapBefore[i] = gap;
            if (gap < float.MaxValue) gap += block.Words;
            if (chances[i] < Strong) continue;
            if (block.Words >= 10)
            {
                gap = 0;
                if (First < 0) First = i;
                Last = i;
            }

            float words = chances[i] * block.Words;
            _all += words;
            _ofSignature[page.Containers[block.Container].Signature] += words;
            int home = block.Role == Role.Division ? block.Container : page.Containers[block.Container].Parent;
            if (home >= 0) direct[home] += words;
            for (int container = block.Container; container >= 0; container = page.Containers[container].Parent) _inContainer[container] += words;
        }

        gap = float.MaxValue;
        for (int i = count - 1; i >= 0; i--)
        {
            _gapBehind[i] = gap;
            if (gap < float.MaxValue) gap += page.Blocks[i].Words;
            if (chances[i] >= Strong && page.Blocks[i].Words >= 10) gap = 0;
        }

        for (int i = 0; i < direct.Length; i++)
        {
            // Containers are numbered from the outside in: the last that still holds nearly all is the innermost.
            if (_inContainer[i] >= Nearly * _all) _main = i;
            if (direct[i] > direct[_home]) _home = i;
        }
    }

    /// <summary>First and last block that were found and are no mere lines; -1 where none was.</summary>
    public int First { get; } = -1;

    public int Last { get; } = -1;

    public float Chance(int block) => block >= 0 && block < _chances.Length ? _chances[block] : 0;

    public float ShareOf(int container) => container < 0 || _all == 0 ? 0 : _inContainer[container] / _all;

    public float ShareOfSignature(int container) => _all == 0 ? 0 : _ofSignature[_page.Containers[container].Signature] / _all;

    /// <summary>Words between the block and the found one before it.</summary>
    public float GapBefore(int block) => _gapBefore[block];

    public float GapBehind(int block) => _gapBehind[block];

    /// <summary>0 directly in the element that holds most of the article's paragraphs, 1 in the one that holds nearly all of it, 2 outside.</summary>
    public int PlaceOf(int block)
    {
        int container = _page.Blocks[block].Container;
        if (container == _home || _page.Containers[container].Parent == _home) return 0;
        for (; container >= 0; container = _page.Containers[container].Parent)
        {
            if (container == _main) return 1;
        }

        return 2;
    }
}
