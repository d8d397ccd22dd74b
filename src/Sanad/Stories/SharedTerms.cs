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
    private readonly List<int> _shared = [];

    /// <summary>A wording added before, by its place in the order of adding, and the number of terms it shares.</summary>
    public readonly record struct Sharer(int Place, int Shared);

    /// <summary>Adds the wording; its place is the number of those before it.</summary>
    public void Add(Wording wording)
    {
        foreach (string term in wording.Terms)
        {
            if (!_holders.TryGetValue(term, out List<int>? holders)) _holders.Add(term, holders = []);
            holders.Add(_shared.Count);
        }

        _shared.Add(0);
    }

    /// <summary>Makes <paramref name="found"/> those added so far that share a term with the wording, in no order of use.</summary>
    public void Find(Wording wording, List<Sharer> found)
    {
        found.Clear();
        foreach (string term in wording.Terms)
        {
            if (!_holders.TryGetValue(term, out List<int>? holders)) continue;
            for (int i = Math.Max(0, holders.Count - mostHolders); i < holders.Count; i++)
            {
                if (_shared[holders[i]]++ == 0) found.Add(new Sharer(holders[i], 0));
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            int other = found[i].Place;
            found[i] = new Sharer(other, _shared[other]);
            _shared[other] = 0;
        }
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
