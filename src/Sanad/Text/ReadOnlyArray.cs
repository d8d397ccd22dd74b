namespace Sanad.Text;

/// <summary>
/// An array that its holder never changes. Unlike a span over it, which code compiled ahead of time makes by a call into the runtime at each use, it costs
/// nothing to hand out: what looks at a token at a time asks for it all the time.
/// </summary>
public readonly struct ReadOnlyArray<T>
{
    private readonly T[] _items;

    internal ReadOnlyArray(T[] items) => _items = items;

    public int Length => _items.Length;

    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public ref readonly T this[int index] => ref _items[index];

    public ReadOnlySpan<T> Span => _items;

    public Enumerator GetEnumerator() => new(_items, 0, _items.Length);

    /// <summary>The items of a stretch of an array, in order.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private readonly int _end;
        private int _at;

        internal Enumerator(T[] items, int first, int end) => (_items, _at, _end) = (items, first - 1, end);

        public readonly ref readonly T Current => ref _items[_at];

        public bool MoveNext() => ++_at < _end;
    }
}
