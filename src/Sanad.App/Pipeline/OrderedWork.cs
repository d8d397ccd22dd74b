using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Sanad.App.Pipeline;

/// <summary>
/// Works on a sequence with several processors and hands out results in the order of the sequence. Reading runs ahead of the
/// slowest result by a few items only, however long the sequence: memory is bounded.
/// </summary>
internal static class OrderedWork
{
    /// <summary>Items that may be under way or waiting for their turn, for each worker.</summary>
    private const int AheadPerWorker = 8;

    /// <param name="work">Safe to be called from many threads.</param>
    /// <param name="whileWaiting">Called on the caller's thread, now and again, while the next result takes long, as when a pipe has nothing to read.</param>
    /// <param name="ahead">Items for each worker that may be under way or waiting; fewer where results are large.</param>
    /// <param name="weigh">What an item weighs; those under way weigh no more together than <paramref name="mostWeight"/>, but for one alone.</param>
    /// <exception cref="OperationCanceledException">A stop was asked for; results before it were handed out.</exception>
    public static IEnumerable<TResult> Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, int workers, CancellationToken stop, Action? whileWaiting = null,
        Func<TItem, long>? weigh = null, long mostWeight = long.MaxValue, int ahead = AheadPerWorker)
    {
        var belt = new Belt<TItem, TResult>(work, workers * ahead, weigh, mostWeight);
        using CancellationTokenRegistration asked = stop.UnsafeRegister(static belt => ((Belt<TItem, TResult>)belt!).Stop(), belt);
        Start("input", () => belt.Feed(items));
        for (int i = 0; i < workers; i++) Start($"worker {i + 1}", belt.Work);
        try
        {
            while (belt.TryTake(whileWaiting, out TResult? result)) yield return result!;
            stop.ThrowIfCancellationRequested();
        }
        finally
        {
            belt.Stop();
        }
    }

    /// <summary>Threads of their own, which the end of the program does not wait for: one may hang in a read from a terminal.</summary>
    private static void Start(string name, Action run) => new Thread(() => run(), 16 << 20) { IsBackground = true, Name = name }.Start();

    /// <summary>
    /// The items under way, in their order, between the thread that reads them, those that work on them and the one that takes results. Waking a thread costs as
    /// much as a tenth of an article, so whoever waits is woken for several items where there are several.
    /// </summary>
    private sealed class Belt<TItem, TResult>(Func<TItem, TResult> work, int room, Func<TItem, long>? weigh, long mostWeight)
    {
        /// <summary>Results that are worth waking the taker for while there is work left to do.</summary>
        private const int Batch = 4;

        /// <summary>Milliseconds after which the taker looks by itself.</summary>
        private const int LongWait = 50;

        private readonly object _lock = new();

        /// <summary>All that was put on and not taken yet, and what of it nobody works on yet.</summary>
        private readonly Queue<Slot> _ordered = new(), _open = new();

        /// <summary>What waits for room, and what was taken last: its weight counts until its taker is done with it.</summary>
        private Slot? _next, _taken;
        private long _weight;
        private int _done, _idle;
        private bool _isTakerWaiting, _isFed, _isStopped;
        private ExceptionDispatchInfo? _broken;

        /// <summary>Puts the items on, as there is room; returns when there are no more, or when nobody wants more.</summary>
        public void Feed(IEnumerable<TItem> items)
        {
            ExceptionDispatchInfo? broken = null;
            try
            {
                foreach (TItem item in items)
                {
                    if (!TryPut(new Slot(item, weigh?.Invoke(item) ?? 0))) break;
                }
            }
            catch (Exception e)
            {
                // The boundary of the thread: whoever takes the results has to meet what broke the input.
                broken = ExceptionDispatchInfo.Capture(e);
            }

            lock (_lock)
            {
                (_isFed, _broken) = (true, broken);
                Monitor.PulseAll(_lock);
            }
        }

        /// <summary>Works on one item after the other until there are no more.</summary>
        public void Work()
        {
            while (TryOpen(out Slot? slot))
            {
                try
                {
                    slot.Result = work(slot.Item);
                }
                catch (Exception e)
                {
                    // As above: it is thrown again where the result is taken.
                    slot.Failure = ExceptionDispatchInfo.Capture(e);
                }

                lock (_lock)
                {
                    slot.IsDone = true;
                    _done++;
                    if (_isTakerWaiting && _ordered.Peek().IsDone && (_done >= Batch || _open.Count == 0)) Monitor.PulseAll(_lock);
                }
            }
        }

        /// <summary>The next result, waiting for it; false when there are no more or nobody wants more.</summary>
        public bool TryTake(Action? whileWaiting, out TResult? result)
        {
            Slot? slot;
            while (!TryTake(out slot, out bool isOver))
            {
                if (isOver)
                {
                    _broken?.Throw();
                    result = default;
                    return false;
                }

                whileWaiting?.Invoke();
            }

            slot.Failure?.Throw();
            result = slot.Result;
            return true;
        }

        /// <param name="isOver">Whether there will be no more; otherwise the next one was waited for in vain.</param>
        private bool TryTake([NotNullWhen(true)] out Slot? slot, out bool isOver)
        {
            lock (_lock)
            {
                _weight -= _taken?.Weight ?? 0;
                _taken = slot = null;
                WakeFeeder();
                while (!_isStopped && (!_ordered.TryPeek(out slot) || !slot.IsDone))
                {
                    isOver = _isFed && slot is null;
                    if (isOver) return false;
                    _isTakerWaiting = true;
                    bool isWoken = Monitor.Wait(_lock, LongWait);
                    _isTakerWaiting = false;
                    if (!isWoken && !(_ordered.TryPeek(out slot) && slot.IsDone)) return false;
                }

                isOver = _isStopped;
                if (isOver) return false;
                _taken = slot = _ordered.Dequeue();
                _done--;
                WakeFeeder();
                return true;
            }
        }

        /// <summary>Nobody wants more: whoever waits, ends.</summary>
        public void Stop()
        {
            lock (_lock)
            {
                _isStopped = true;
                Monitor.PulseAll(_lock);
            }
        }

        private bool TryPut(Slot slot)
        {
            lock (_lock)
            {
                _next = slot;
                while (!_isStopped && !HasRoom(room)) Monitor.Wait(_lock);
                _next = null;
                if (_isStopped) return false;
                _weight += slot.Weight;
                _ordered.Enqueue(slot);
                _open.Enqueue(slot);
                if (_idle > 0) Monitor.PulseAll(_lock);
                return true;
            }
        }

        private bool TryOpen([NotNullWhen(true)] out Slot? slot)
        {
            lock (_lock)
            {
                while (!_isStopped && !_isFed && _open.Count == 0)
                {
                    _idle++;
                    Monitor.Wait(_lock);
                    _idle--;
                }

                slot = null;
                return !_isStopped && _open.TryDequeue(out slot);
            }
        }

        /// <summary>Half of the room is free again when the feeder is woken, so that it puts on several.</summary>
        private void WakeFeeder()
        {
            if (_next is not null && HasRoom(Math.Max(1, room / 2))) Monitor.PulseAll(_lock);
        }

        private bool HasRoom(int most) => _ordered.Count < most && (_weight == 0 || _weight + _next!.Weight <= mostWeight);

        private sealed class Slot(TItem item, long weight)
        {
            public TItem Item => item;

            public long Weight => weight;

            public TResult? Result { get; set; }

            public ExceptionDispatchInfo? Failure { get; set; }

            public bool IsDone { get; set; }
        }
    }
}
