using Sanad.Text;

namespace Sanad.Language;

/// <summary>Phrases that begin at one token, for going over.</summary>
public readonly struct HitList
{
    private readonly Hit[] _hits;
    private readonly int _first, _end;

    internal HitList(Hit[] hits, int first, int end) => (_hits, _first, _end) = (hits, first, end);

    public ReadOnlyArray<Hit>.Enumerator GetEnumerator() => new(_hits, _first, _end);
}
