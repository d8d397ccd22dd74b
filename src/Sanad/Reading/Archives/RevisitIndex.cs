using System.IO.Hashing;
using System.Text;

namespace Sanad.Reading.Archives;

/// <summary>Where pages stand that a later record may refer back to: by digest, by record and by address. Holds the newest so many.</summary>
internal sealed class RevisitIndex
{
    /// <summary>Some 20 MB at most.</summary>
    private const int MostKeys = 1 << 18;

    private readonly Dictionary<ulong, Place> _places = [];
    private readonly Queue<ulong> _order = [];

    /// <summary>A page's record, and the address it was fetched from.</summary>
    internal readonly record struct Place(ArchivePosition Position, ulong Address);

    public static ulong AddressKey(string url) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(url), seed: 1);

    public void Add(WarcHead head, string url, ArchivePosition position)
    {
        var place = new Place(position, AddressKey(url));
        if (head.PayloadDigest is { } digest) Set(Digest.KeyOf(digest), place);
        if (head.RecordId is { } id) Set(RecordKey(id), place);
        Set(place.Address, place);
    }

    /// <summary>Adds what another index knows of earlier parts of the same archive; what is known here already is newer and stays.</summary>
    public void AddOlder(RevisitIndex older)
    {
        foreach ((ulong key, Place place) in older._places)
        {
            if (!_places.ContainsKey(key)) Set(key, place);
        }
    }

    /// <summary>The page that a record says it is the same as; null where it is not known.</summary>
    public Place? Find(WarcHead revisit, string url)
    {
        if (revisit.RefersTo is { } id && _places.TryGetValue(RecordKey(id), out Place place)) return place;
        if (revisit.PayloadDigest is { } digest) return _places.TryGetValue(Digest.KeyOf(digest), out place) ? place : null;
        return _places.TryGetValue(AddressKey(revisit.RefersToUrl ?? url), out place) ? place : null;
    }

    private static ulong RecordKey(string id) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id), seed: 2);

    private void Set(ulong key, Place place)
    {
        if (_places.TryAdd(key, place)) _order.Enqueue(key);
        else _places[key] = place;
        if (_order.Count > MostKeys) _places.Remove(_order.Dequeue());
    }
}
