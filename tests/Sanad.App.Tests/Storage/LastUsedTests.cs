using Sanad.App.Storage.Sqlite;
using Xunit;

namespace Sanad.App.Tests.Storage;

public sealed class LastUsedTests
{
    [Fact]
    public void Nothing_is_dropped_while_there_is_room()
    {
        LastUsed<string> held = Held(4);
        held.Trim();
        Assert.Equal(4, held.Count);
        Assert.Equal("3", held.At(held.PlaceOf(3)));
    }

    [Fact]
    public void Of_too_many_those_used_last_stay()
    {
        LastUsed<string> held = Held(4);
        held.Trim();
        held.PlaceOf(2);
        held.Add(4, "4");
        held.Trim();
        Assert.Equal([-1, -1, 0, -1, 1], Enumerable.Range(0, 5).Select(i => held.PlaceOf(i)));
        Assert.Equal("2", held.At(0));
    }

    [Fact]
    public void It_can_be_emptied_and_filled_again()
    {
        LastUsed<string> held = Held(200);
        held.Clear();
        Assert.Equal((0, -1), (held.Count, held.PlaceOf(3)));
        Assert.Equal("new", held.At(held.Add(3, "new")));
    }

    private static LastUsed<string> Held(int count)
    {
        var held = new LastUsed<string>(4);
        for (int i = 0; i < count; i++) held.Add(i, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return held;
    }
}
