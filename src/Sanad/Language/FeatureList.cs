namespace Sanad.Language;

/// <summary>
/// Features of one thing to be judged, as they hold: each the hash of a template's number with what stands in its places. Hashes stand in for
/// names, so that weights need no dictionary (Weinberger et al. 2009).
/// </summary>
internal ref struct FeatureList(Span<uint> room, uint model)
{
    private readonly Span<uint> _room = room;
    private readonly uint _model = model * 0x85EBCA6B;
    private int _count = 0;

    public readonly ReadOnlySpan<uint> Hashes => _room[.._count];

    public void Clear() => _count = 0;

    public void Add(uint template) => Add(template, 0, 0, 0);

    public void Add(uint template, uint a) => Add(template, a, 0, 0);

    public void Add(uint template, uint a, uint b) => Add(template, a, b, 0);

    public void Add(uint template, uint a, uint b, uint c)
    {
        uint hash = _model ^ (template * 0x9E3779B1);
        hash = (hash ^ a) * 0x7FEB352D;
        hash = (hash ^ (hash >> 15) ^ b) * 0x846CA68B;
        hash = (hash ^ (hash >> 16) ^ c) * 0xC2B2AE35;
        _room[_count++] = hash ^ (hash >> 15);
    }

    /// <summary>Hash of a word regardless of case.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word) hash = (hash ^ (c <= 'Z' && c >= 'A' ? (uint)(c + 32) : char.ToLowerInvariant(c))) * 16777619;
        return Mix(hash);
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >> 16);
    }
}
