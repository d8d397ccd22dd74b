using System.Runtime.InteropServices;

namespace Sanad.Stories;

/// <summary>
/// Finds the wordings that share terms with one, by who holds each term and not by trying every pair. Of each term no more than the latest
/// <paramref name="mostHolders"/> wordings are looked at, so that the work grows with their number even where all of them say the same.
/// </summary>
internal sealed class SharedTerms(int mostHolders = SharedTerms.MostHolders)
{
    /// <summary>Wordings of one term that are looked at: more than a story of a hundred ordinary articles has of its commonest name.</summary>
    public const int MostHolders = 1000;

    private readonly Dictionary<string, List<int>> _holders = new(StringComparer.Ordinal);

    /// <summary>By place the number of terms shared with the wording in hand; all 0 in between.</summary>
    private int[] _shared = new int[64];
    private int _count;

    /// <summary>A wording added before, by its place in the order of adding, and the number of terms it shares.</summary>
    public readonly record struct Sharer(int Place, int Shared);

    /// <summary>Adds the wording; its place is the number of those before it.</summary>
    public void Add(Wording wording)
    {
        foreach (string term in wording.Terms)
        {
            if (!_holders.TryGetValue(term, out List<int>? holders)) _holders.Add(term, holders = []);
            holders.Add(_count);
        }

        if (++_count > _shared.Length) Array.Resize(ref _shared, 2 * _shared.Length);
    }

    /// <summary>Makes <paramref name="found"/> those added so far that share at least so many terms with the wording, in no order of use.</summary>
    public void Find(Wording wording, List<Sharer> found, int least = 1)
    {
        found.Clear();
        foreach (string term in wording.Terms)
        {
            foreach (int holder in HoldersOf(term))
            {
                if (++_shared[holder] == least) found.Add(new Sharer(holder, 0));
            }
        }

        foreach (ref Sharer sharer in CollectionsMarshal.AsSpan(found)) sharer = new Sharer(sharer.Place, _shared[sharer.Place]);
        foreach (string term in wording.Terms)
        {
            foreach (int holder in HoldersOf(term)) _shared[holder] = 0;
        }
    }

    private ReadOnlySpan<int> HoldersOf(string term)
    {
        if (!_holders.TryGetValue(term, out List<int>? holders)) return default;
        ReadOnlySpan<int> all = CollectionsMarshal.AsSpan(holders);
        return all.Length > mostHolders ? all[^mostHolders..] : all;
    }

    /// <summary>Keeps of the found no more than <paramref name="most"/>: those that share most terms, of these the latest. Only those at the edge are sorted.</summary>
    public static void KeepMost(List<Sharer> found, int most)
    {
        if (found.Count <= most) return;
        int highest = 0;
        foreach (Sharer sharer in found) highest = Math.Max(highest, sharer.Shared);
        int[] counts = new int[highest + 1];
        foreach (Sharer sharer in found) counts[sharer.Shared]++;
        (int edge, int kept) = (highest, 0);
        while (kept + counts[edge] < most) kept += counts[edge--];

        var places = new List<int>(counts[edge]);
        foreach (Sharer sharer in found)
        {
            if (sharer.Shared == edge) places.Add(sharer.Place);
        }

        places.Sort();
        int first = places[^(most - kept)];
        found.RemoveAll(sharer => sharer.Shared < edge || (sharer.Shared == edge && sharer.Place < first));
    }
}
