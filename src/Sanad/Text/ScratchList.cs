namespace Sanad.Text;

/// <summary>A list that one text after the other is read into, kept for the thread between two: what is kept of a text is copied out at its true size.</summary>
internal static class ScratchList<T>
{
    /// <summary>Items of the largest list that is kept, so that one very long text leaves nothing behind.</summary>
    private const int LargestKept = 1 << 15;

    [ThreadStatic]
    private static List<T>? _spare;

    /// <summary>An empty list; another one where the thread's own is in use.</summary>
    public static List<T> Rent()
    {
        List<T> list = _spare ?? [];
        _spare = null;
        return list;
    }

    /// <summary>Gives the list back; whoever rented it does not touch it any more.</summary>
    public static void Return(List<T> list)
    {
        if (list.Capacity > LargestKept) return;
        list.Clear();
        _spare = list;
    }
}
