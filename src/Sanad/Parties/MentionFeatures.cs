using System.Buffers;
using Sanad.Language;

namespace Sanad.Parties;

/// <summary>Features of a token as part of a name: the word and those around it, capitals, and what the lists say.</summary>
internal sealed class MentionFeatures : IDisposable
{
    public const int Most = 64;
    private const uint Model = 11;

    /// <summary>Stands for the word of all numbers.</summary>
    private static readonly uint Digits = FeatureList.Of("0");

    private readonly Document _document;
    private readonly WordKinds _kinds;
    private readonly int[] _segmentAt;
    private readonly List<NameSegment> _segments;

    /// <summary>Of each token, filled as they are asked for: most stand nowhere near a name. Lent by the pool, as is the array of segments.</summary>
    private readonly Facts[] _facts;

    public MentionFeatures(Document document, WordKinds kinds, List<NameSegment> segments)
    {
        (_document, _kinds, _segments) = (document, kinds, segments);
        _facts = ArrayPool<Facts>.Shared.Rent(document.Tokens.Length);
        _segmentAt = ArrayPool<int>.Shared.Rent(document.Tokens.Length);
        _facts.AsSpan(0, document.Tokens.Length).Clear();
        _segmentAt.AsSpan(0, document.Tokens.Length).Fill(-1);
        for (int i = 0; i < segments.Count; i++)
        {
            for (int token = segments[i].First; token < segments[i].End; token++) _segmentAt[token] = i;
        }
    }

    public void Dispose()
    {
        ArrayPool<Facts>.Shared.Return(_facts);
        ArrayPool<int>.Shared.Return(_segmentAt);
    }

    private record struct Facts(uint Word, uint Kind, uint Coarse, uint Look, bool Known)
    {
        /// <summary>In how many tenths of its places the word has a capital, 1 to 10; 0 where that is not known.</summary>
        public byte Capitals { get; init; }
    }

    public static FeatureList Start(Span<uint> room) => new(room, Model);

    /// <param name="first">First token of the sentence.</param>
    /// <param name="end">End of the sentence.</param>
    public void Read(int i, int first, int end, ref FeatureList list)
    {
        Facts at = Of(i, first, end), b1 = Of(i - 1, first, end), b2 = Of(i - 2, first, end), a1 = Of(i + 1, first, end), a2 = Of(i + 2, first, end);
        ReadOnlySpan<char> word = _document.WordAt(i);
        uint ending = FeatureList.Of(word[Math.Max(0, word.Length - 3)..]), beginning = FeatureList.Of(word[..Math.Min(3, word.Length)]), last = FeatureList.Of(word[Math.Max(0, word.Length - 2)..]);
        list.Add(0);
        list.Add(1, at.Word);
        list.Add(2, b1.Word);
        list.Add(3, a1.Word);
        list.Add(4, b2.Word);
        list.Add(5, a2.Word);
        list.Add(6, b1.Word, at.Word);
        list.Add(7, at.Word, a1.Word);
        list.Add(8, at.Look);
        list.Add(9, at.Look, b1.Look);
        list.Add(10, at.Look, a1.Look);
        list.Add(11, at.Look, b1.Look, a1.Look);
        list.Add(12, at.Kind);
        list.Add(13, b1.Kind);
        list.Add(14, a1.Kind);
        list.Add(15, at.Coarse, b1.Coarse);
        list.Add(16, at.Coarse, a1.Coarse);
        list.Add(17, b1.Coarse, a1.Coarse, at.Look);
        list.Add(18, at.Kind, b1.Kind);
        list.Add(19, at.Kind, a1.Kind);
        list.Add(20, ending);
        list.Add(21, beginning);
        list.Add(22, last, at.Look);
        list.Add(23, b1.Word, at.Look);
        list.Add(24, a1.Word, at.Look);
        list.Add(25, at.Capitals, at.Look);
        list.Add(26, at.Capitals, b1.Capitals, i == first ? 1u : 0);
        list.Add(27, at.Capitals, a1.Capitals, i == first ? 1u : 0);
        list.Add(29, (uint)Math.Min(word.Length, 8), at.Look);
        list.Add(30, i == first ? 1u : 0, at.Look);
        int segment = _segmentAt[i];
        if (segment >= 0)
        {
            NameSegment named = _segments[segment];
            uint kind = (uint)named.Kind * 4;
            uint beside = (i == named.First ? 1u : 0) + (i == named.End - 1 ? 2u : 0);
            list.Add(36, kind, beside);
            list.Add(37, kind, named.Entry >= 0 ? 1u : 0, beside);
            uint before = segment > 0 && _segments[segment - 1].End == named.First ? (uint)_segments[segment - 1].Kind + 1 : 0, after = segment + 1 < _segments.Count && _segments[segment + 1].First == named.End ? (uint)_segments[segment + 1].Kind + 1 : 0;
            list.Add(38, kind, before, after);
            list.Add(39, kind, Of(named.First - 1, first, end).Word);
            list.Add(40, kind, Of(named.End, first, end).Word);
            list.Add(41, kind, (uint)Math.Min(named.End - named.First, 5), beside);
            list.Add(42, Of(named.First, first, end).Word, beside);
        }

        // The run of capitals that the token stands in: its first word and what stands around it.
        int start = i, stop = i + 1;
        while (start > first && _document.Tokens[start - 1].IsCapital) start--;
        while (stop < end && _document.Tokens[stop].IsCapital) stop++;
        uint place = (uint)(Math.Min(i - start, 3) + (4 * Math.Min(stop - i, 4)));
        list.Add(43, Of(start, first, end).Word, (uint)Math.Min(i - start, 3));
        list.Add(44, Of(start - 1, first, end).Word, place);
        list.Add(45, Of(stop, first, end).Word, place);
        list.Add(46, place, at.Look);
        list.Add(47, Of(stop - 1, first, end).Word, (uint)Math.Min(stop - i, 3));
        list.Add(48, Of(start - 1, first, end).Kind, place);
        list.Add(50, Of(start - 1, first, end).Coarse, Of(stop, first, end).Coarse, place);
    }

    private Facts Of(int i, int first, int end)
    {
        if (i < first || i >= end) return new Facts(i < first ? 1u : 2u, 1, 1, i < first ? 1u : 2u, true);
        if (!_facts[i].Known) _facts[i] = Read(i);
        return _facts[i];
    }

    private Facts Read(int i)
    {
        Token token = _document.Tokens[i];
        uint word = token.Kind == TokenKind.Number ? Digits : token.Hash;
        uint look = 4;
        if (token.IsCapital) look |= 8;
        if (token.IsAllCaps) look |= 16;
        if (token.Kind == TokenKind.Number) look |= 32;
        if (token.Kind is TokenKind.Punctuation or TokenKind.Quote) return new Facts(word, word, word, word, true);
        foreach (Hit hit in _document.HitsAt(i)) look |= hit.Kind switch { LexKind.Place => 64u, LexKind.Body => 128, LexKind.Title => 256, LexKind.People => 512, LexKind.BodyWord => 1024, LexKind.Reporting => 2048, LexKind.Calendar => 4096, _ => 0 };
        if (_document.Is(i, WordClass.Preposition)) look |= 8192;
        (uint kind, uint coarse, byte capitals) = _kinds.Of(word);
        return new Facts(word, kind == 0 ? look + 5000 : kind, kind == 0 ? look + 5000 : coarse, look, true) { Capitals = capitals };
    }
}
