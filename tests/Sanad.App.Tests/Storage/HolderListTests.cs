using Sanad.App.Storage.Sqlite;
using Xunit;

namespace Sanad.App.Tests.Storage;

public sealed class HolderListTests
{
    [Fact]
    public void It_is_read_back_as_it_was_whatever_the_order_of_its_numbers()
    {
        long[] articles = [7, 8, 300, 12, 1, long.MaxValue, 0, 1L << 40];
        Assert.Equal(articles, Numbers(HolderList.Of(Of(articles).ToBytes())));
        Assert.Empty(Numbers(HolderList.Of(default(HolderList).ToBytes())));
    }

    [Fact]
    public void Beyond_what_it_holds_the_oldest_go()
    {
        HolderList holders = Of([.. Enumerable.Range(1, HolderList.Most + 5).Select(static i => (long)i)]);
        Assert.Equal(Enumerable.Range(6, HolderList.Most).Select(static i => (long)i), Numbers(holders));
    }

    [Fact]
    public void What_is_taken_out_is_gone_and_the_others_stay_in_order()
    {
        HolderList holders = Of([1, 2, 3]);
        holders.Remove(2);
        holders.Remove(9);
        Assert.Equal([1, 3], Numbers(holders));
        holders = Of([5]);
        holders.Remove(5);
        holders.Add(6);
        Assert.Equal([6], Numbers(holders));
    }

    [Fact]
    public void Bytes_that_end_within_a_number_are_refused() => Assert.Throws<FormatException>(static () => HolderList.Of([0x02, 0x80]));

    private static HolderList Of(long[] articles)
    {
        var holders = default(HolderList);
        foreach (long article in articles) holders.Add(article);
        return holders;
    }

    private static IEnumerable<long> Numbers(HolderList holders) => Enumerable.Range(0, holders.Count).Select(i => holders[i]);
}
