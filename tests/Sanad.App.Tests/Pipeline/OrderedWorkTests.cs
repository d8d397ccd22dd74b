using Sanad.App.Pipeline;
using Xunit;

namespace Sanad.App.Tests.Pipeline;

public sealed class OrderedWorkTests
{
    private static CancellationToken Never => CancellationToken.None;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_the_order_of_the_items(int workers)
    {
        // Early items take longest, so that later ones are done before them.
        IEnumerable<int> results = OrderedWork.Run(Enumerable.Range(0, 200), static item => { Thread.SpinWait((200 - item) * 500); return item * 2; }, workers, Never);
        Assert.Equal(Enumerable.Range(0, 200).Select(static item => item * 2), results);
    }

    [Fact]
    public void Nothing_in_gives_nothing_out() => Assert.Empty(OrderedWork.Run(Array.Empty<int>(), static item => item, 3, Never));

    [Fact]
    public void Reading_runs_ahead_by_a_few_items_only()
    {
        int read = 0, most = 0, taken = 0;
        IEnumerable<int> Items()
        {
            for (int i = 0; i < 5000; i++)
            {
                most = Math.Max(most, Interlocked.Increment(ref read) - Volatile.Read(ref taken));
                yield return i;
            }
        }

        foreach (int _ in OrderedWork.Run(Items(), static item => item, 2, Never)) Interlocked.Increment(ref taken);
        Assert.Equal(5000, taken);
        Assert.InRange(most, 1, 20);
    }

    [Fact]
    public void Heavy_items_are_under_way_one_by_one_and_light_ones_together()
    {
        int held = 0, most = 0;
        IEnumerable<int> Items()
        {
            foreach (int item in (int[])[1, 1, 9, 1, 1, 1, 30, 30, 1, 9, 9])
            {
                yield return item;
                // Asked for more: the item has been let in.
                most = Math.Max(most, Interlocked.Add(ref held, item));
            }
        }

        var taken = new List<int>();
        foreach (int item in OrderedWork.Run(Items(), static item => item, 2, Never, weigh: static item => item, mostWeight: 10))
        {
            taken.Add(item);
            Interlocked.Add(ref held, -item);
        }

        Assert.Equal([1, 1, 9, 1, 1, 1, 30, 30, 1, 9, 9], taken);
        Assert.InRange(most, 1, 30);
    }

    [Fact]
    public void What_breaks_one_item_is_thrown_at_its_turn()
    {
        var taken = new List<int>();
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (int item in OrderedWork.Run(Enumerable.Range(0, 100), static item => item == 50 ? throw new InvalidOperationException() : item, 3, Never)) taken.Add(item);
        });
        Assert.Equal(Enumerable.Range(0, 50), taken);
    }

    [Fact]
    public void What_breaks_the_input_is_thrown_after_what_came_before_it()
    {
        static IEnumerable<int> Items()
        {
            yield return 1;
            yield return 2;
            throw new IOException("torn");
        }

        var taken = new List<int>();
        Assert.Throws<IOException>(() =>
        {
            foreach (int item in OrderedWork.Run(Items(), static item => item, 2, Never)) taken.Add(item);
        });
        Assert.Equal([1, 2], taken);
    }

    [Fact]
    public void A_stop_ends_a_wait_for_input_that_never_comes()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            yield return 1;
            never.Wait(CancellationToken.None);
        }

        var taken = new List<int>();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (int item in OrderedWork.Run(Items(), static item => item, 2, stop.Token))
            {
                taken.Add(item);
                stop.Cancel();
            }
        });
        Assert.Equal([1], taken);
        never.Set();
    }

    [Fact]
    public void A_long_wait_is_told()
    {
        using var told = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            yield return 1;
            told.Wait(CancellationToken.None);
            yield return 2;
        }

        Assert.Equal([1, 2], OrderedWork.Run(Items(), static item => item, 2, Never, told.Set));
    }
}
