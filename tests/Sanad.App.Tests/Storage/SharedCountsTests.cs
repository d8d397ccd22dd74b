using Sanad.App.Storage.Sqlite;
using Xunit;

namespace Sanad.App.Tests.Storage;

public sealed class SharedCountsTests
{
    [Fact]
    public void Those_that_share_most_come_and_of_equals_the_lowest_numbers()
    {
        var counts = new SharedCounts();
        counts.Clear(8);
        foreach (long article in (long[])[5, 9, 3, 9, 5, 7, 9, 4]) counts.Add(article);
        Assert.Equal([3, 5, 9], counts.Greatest(3, 3).Order());
        Assert.Equal([9], counts.Greatest(3, 1));
        Assert.Equal([3, 4, 5, 7, 9], counts.Greatest(3, 100).Order());
    }

    [Fact]
    public void It_counts_as_many_as_it_is_told_and_anew_when_cleared()
    {
        var counts = new SharedCounts();
        counts.Clear(1);
        counts.Add(6);
        counts.Clear(5000);
        for (long article = 0; article < 5000; article++)
        {
            counts.Add(article << 32);
            if (article % 1000 == 0) counts.Add(article << 32);
        }

        Assert.Equal([0, 1000L << 32, 2000L << 32, 3000L << 32, 4000L << 32], counts.Greatest(2, 5).Order());
        counts.Clear(10);
        Assert.Empty(counts.Greatest(2, 5));
    }
}
