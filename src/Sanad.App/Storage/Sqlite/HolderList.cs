namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// The newest articles that hold a feature, newest last, as numbers. Most features have one: only where there are more is there a list. As bytes: the difference of each to the
/// one before it, zigzag, seven bits a byte.
/// </summary>
internal struct HolderList
{
    /// <summary>Holders of a feature that are looked at: the newest ones. Keeps the cost of an article from growing with the ledger.</summary>
    public const int Most = 200;

    private long _first;
    private long[]? _list;

    public int Count { get; private set; }

    public readonly long this[int place] => _list is null ? _first : _list[place];

    public void Add(long article)
    {
        if (Count == 0)
        {
            (_first, Count) = (article, 1);
            return;
        }

        if (_list is null) (_list = new long[4])[0] = _first;
        if (Count == Most) RemoveAt(0);
        else if (Count == _list.Length) Array.Resize(ref _list, Math.Min(2 * Count, Most));
        _list[Count++] = article;
    }

    public void Remove(long article)
    {
        for (int i = 0; i < Count; i++)
        {
            if (this[i] != article) continue;
            RemoveAt(i);
            return;
        }
    }

    public readonly byte[] ToBytes()
    {
        Span<byte> bytes = stackalloc byte[Most * 10];
        int length = 0;
        long last = 0;
        for (int i = 0; i < Count; i++)
        {
            long step = this[i] - last;
            last = this[i];
            for (ulong left = (ulong)((step << 1) ^ (step >> 63)); ; left >>= 7)
            {
                bytes[length++] = (byte)(left < 0x80 ? left : left | 0x80);
                if (left < 0x80) break;
            }
        }

        return bytes[..length].ToArray();
    }

    /// <exception cref="FormatException">The bytes end within a number.</exception>
    public static HolderList Of(ReadOnlySpan<byte> bytes)
    {
        var holders = new HolderList();
        long last = 0;
        for (int at = 0; at < bytes.Length;)
        {
            ulong number = 0;
            for (int shift = 0; ; shift += 7)
            {
                if (at == bytes.Length) throw new FormatException("a list of holders that is cut");
                number |= (ulong)(bytes[at] & 0x7F) << shift;
                if (bytes[at++] < 0x80) break;
            }

            holders.Add(last += (long)(number >> 1) ^ -(long)(number & 1));
        }

        return holders;
    }

    private void RemoveAt(int place)
    {
        Count--;
        if (_list is not null) Array.Copy(_list, place + 1, _list, place, Count - place);
    }
}
