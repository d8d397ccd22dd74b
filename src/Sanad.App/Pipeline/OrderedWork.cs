using System.Threading.Channels;

namespace Sanad.App.Pipeline;

/// <summary>
/// Works on a sequence with several processors and hands out results in the order of the sequence. Reading runs ahead of the
/// slowest result by a few items only, however long the sequence: memory is bounded.
/// </summary>
internal static class OrderedWork
{
    /// <summary>Items that may be under way or waiting for their turn, for each worker.</summary>
    private const int AheadPerWorker = 8;

    /// <summary>Milliseconds after which a wait is one that the caller is told of.</summary>
    private const int LongWait = 200;

    /// <param name="work">Safe to be called from many threads.</param>
    /// <param name="whileWaiting">Called on the caller's thread when the next result takes long, as when a pipe has nothing to read.</param>
    /// <param name="ahead">Items for each worker that may be under way or waiting; fewer where results are large.</param>
    /// <param name="weigh">What an item weighs; those under way weigh no more together than <paramref name="mostWeight"/>, but for one alone.</param>
    /// <exception cref="OperationCanceledException">A stop was asked for; results before it were handed out.</exception>
    public static IEnumerable<TResult> Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, int workers, CancellationToken stop, Action? whileWaiting = null,
        Func<TItem, long>? weigh = null, long mostWeight = long.MaxValue, int ahead = AheadPerWorker)
    {
        Channel<Slot<TItem, TResult>> ordered = Channel.CreateBounded<Slot<TItem, TResult>>(new BoundedChannelOptions(workers * ahead) { SingleReader = true, SingleWriter = true });
        Channel<Slot<TItem, TResult>> open = Channel.CreateUnbounded<Slot<TItem, TResult>>(new UnboundedChannelOptions { SingleWriter = true });
        var limit = new WeightLimit(mostWeight);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Start("input", () => Feed(items, ordered.Writer, open.Writer, weigh, limit, given.Token));
        for (int i = 0; i < workers; i++) Start($"worker {i + 1}", () => Work(open.Reader, work));
        try
        {
            while (WaitWith(whileWaiting, ordered.Reader.WaitToReadAsync(stop).AsTask()))
            {
                while (ordered.Reader.TryRead(out Slot<TItem, TResult>? slot))
                {
                    yield return WaitWith(whileWaiting, slot.Result.Task.WaitAsync(stop));
                    if (weigh is not null) limit.Release(weigh(slot.Item));
                }
            }
        }
        finally
        {
            given.Cancel();
        }
    }

    private static void Feed<TItem, TResult>(IEnumerable<TItem> items, ChannelWriter<Slot<TItem, TResult>> ordered, ChannelWriter<Slot<TItem, TResult>> open,
        Func<TItem, long>? weigh, WeightLimit limit, CancellationToken stop)
    {
        try
        {
            foreach (TItem item in items)
            {
                if (weigh is not null) limit.Take(weigh(item), stop);
                var slot = new Slot<TItem, TResult>(item);
                while (!ordered.TryWrite(slot)) Wait(ordered.WaitToWriteAsync(stop));
                open.TryWrite(slot);
                if (stop.IsCancellationRequested) break;
            }

            ordered.Complete();
        }
        catch (OperationCanceledException)
        {
            ordered.Complete();
        }
        catch (Exception e)
        {
            // The boundary of the thread: whoever takes the results has to meet what broke the input.
            ordered.Complete(e);
        }
        finally
        {
            open.Complete();
        }
    }

    private static void Work<TItem, TResult>(ChannelReader<Slot<TItem, TResult>> open, Func<TItem, TResult> work)
    {
        while (Wait(open.WaitToReadAsync()))
        {
            while (open.TryRead(out Slot<TItem, TResult>? slot))
            {
                try
                {
                    slot.Result.SetResult(work(slot.Item));
                }
                catch (Exception e)
                {
                    // As above: it is thrown again where the result is taken.
                    slot.Result.SetException(e);
                }
            }
        }
    }

    private static T WaitWith<T>(Action? whileWaiting, Task<T> task)
    {
        if (whileWaiting is not null && !task.IsCompleted && Task.WaitAny([task], LongWait) < 0) whileWaiting();
        return task.GetAwaiter().GetResult();
    }

    private static bool Wait(ValueTask<bool> ready) => ready.IsCompletedSuccessfully ? ready.Result : ready.AsTask().GetAwaiter().GetResult();

    /// <summary>Threads of their own, which the end of the program does not wait for: one may hang in a read from a terminal.</summary>
    private static void Start(string name, Action run) => new Thread(() => run(), 16 << 20) { IsBackground = true, Name = name }.Start();

    private sealed record Slot<TItem, TResult>(TItem Item)
    {
        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
