namespace Sanad.Reading.Html;

/// <summary>What the first round made of a page: the chance of each block to be the article's, and where on the page the article must be.</summary>
internal sealed class FirstVerdict
{
    /// <summary>Chance from which on a block counts as found.</summary>
    private const float Strong = 0.6f;

    private const float Hopeless = 0.02f;

    /// <summary>Share of the found words that the article's element holds.</summary>
    private const float Nearly = 0.85f;

    private readonly Page _page;
    private readonly float[] _chances, _gapBefore, _gapBehind, _inContainer, _ofSignature, _chanceWords, _words, _signatureChanceWords, _signatureWords, _roleChanceWords, _roleWords;
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
        (_chanceWords, _words) = (new float[page.Containers.Count], new float[page.Containers.Count]);
        (_signatureChanceWords, _signatureWords) = (new float[signatures], new float[signatures]);
        (_roleChanceWords, _roleWords) = (new float[(int)Role.Skipped + 1], new float[(int)Role.Skipped + 1]);
        float[] direct = new float[page.Containers.Count];
        _gapBefore = new float[count];
        _gapBehind = new float[count];
        float gap = float.MaxValue;
        for (int i = 0; i < count; i++)
        {
            ref readonly Block block = ref page.BlockAt(i);
            _gapBefore[i] = gap;
            if (gap < float.MaxValue) gap += block.Words;
            float weight = block.Words + 1;
            int signature = page.Containers[block.Container].Signature;
            _signatureChanceWords[signature] += chances[i] * weight;
            _signatureWords[signature] += weight;
            for (int container = block.Container; container >= 0; container = page.Containers[container].Parent)
            {
                _chanceWords[container] += chances[i] * weight;
                _words[container] += weight;
            }

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
            if (gap < float.MaxValue) gap += page.BlockAt(i).Words;
            if (chances[i] >= Strong && page.BlockAt(i).Words >= 10) gap = 0;
        }

        for (int i = Math.Max(First, 0); i <= Last; i++)
        {
            _roleChanceWords[(int)page.BlockAt(i).Role] += chances[i] * (page.BlockAt(i).Words + 1);
            _roleWords[(int)page.BlockAt(i).Role] += page.BlockAt(i).Words + 1;
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

    /// <summary>Words of all found blocks, each by its chance.</summary>
    public float FoundWords => _all;

    /// <summary>What the first round's features add up to; strongly against for a block beyond the page's ends.</summary>
    public float SumOf(int block)
    {
        float chance = Math.Clamp(Chance(block), 1e-4f, 1 - 1e-4f);
        return BlockMeasures.Bounded(MathF.Log(chance / (1 - chance)));
    }

    /// <summary>Whether neither the block nor any around it can be the article's: there is nothing to weigh again. So it is with most of a page.</summary>
    public bool IsSettled(int block) => _chances[block] < Hopeless && MeanAround(block, 5) < Hopeless;

    /// <summary>The mean chance of the blocks up to so many before and behind, by their words, without the block itself.</summary>
    public float MeanAround(int block, int reach)
    {
        float sum = 0, words = 0;
        for (int i = Math.Max(0, block - reach); i < Math.Min(_chances.Length, block + reach + 1); i++)
        {
            if (i == block) continue;
            sum += _chances[i] * (_page.BlockAt(i).Words + 1);
            words += _page.BlockAt(i).Words + 1;
        }

        return words == 0 ? 0 : sum / words;
    }

    /// <summary>The mean chance of the other blocks in the element, by their words; -1 where there are none.</summary>
    public float MeanOf(int container, int block) => container < 0 ? -1 : MeanWithout(block, _chanceWords[container], _words[container]);

    /// <summary>The mean chance of the other blocks whose elements repeat the block's own; -1 where there are none.</summary>
    public float MeanOfSignature(int container, int block)
    {
        int signature = _page.Containers[container].Signature;
        return MeanWithout(block, _signatureChanceWords[signature], _signatureWords[signature]);
    }

    /// <summary>The mean chance of the blocks of the same role within the found stretch; -1 outside it and where there are none.</summary>
    public float MeanOfRole(int block)
    {
        if (First < 0 || block < First || block > Last) return -1;
        int role = (int)_page.BlockAt(block).Role;
        return MeanWithout(block, _roleChanceWords[role], _roleWords[role]);
    }

    /// <summary>Elements between the block's own and the one that holds most of the article's paragraphs, up to their common one.</summary>
    public int StepsFromHome(int container)
    {
        int home = _home, steps = 0;
        // Containers are numbered from the outside in, so of two the later cannot hold the earlier.
        while (container != home && container >= 0 && home >= 0)
        {
            if (container > home) container = _page.Containers[container].Parent;
            else home = _page.Containers[home].Parent;
            steps++;
        }

        return steps;
    }

    private float MeanWithout(int block, float chanceWords, float words)
    {
        float own = _page.BlockAt(block).Words + 1;
        return words - own < 0.5f ? -1 : (chanceWords - (_chances[block] * own)) / (words - own);
    }

    public float Chance(int block) => block >= 0 && block < _chances.Length ? _chances[block] : 0;

    public float ShareOf(int container) => container < 0 || _all == 0 ? 0 : _inContainer[container] / _all;

    public float ShareOfSignature(int container) => _all == 0 ? 0 : _ofSignature[_page.Containers[container].Signature] / _all;

    /// <summary>Words between the block and the found one before it.</summary>
    public float GapBefore(int block) => _gapBefore[block];

    public float GapBehind(int block) => _gapBehind[block];

    /// <summary>0 directly in the element that holds most of the article's paragraphs, 1 in the one that holds nearly all of it, 2 outside.</summary>
    public int PlaceOf(int block)
    {
        int container = _page.BlockAt(block).Container;
        if (container == _home || _page.Containers[container].Parent == _home) return 0;
        for (; container >= 0; container = _page.Containers[container].Parent)
        {
            if (container == _main) return 1;
        }

        return 2;
    }
}
