using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.Reading.Plain;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class LinkOrderTests
{
    private static ListedLink Link(string url, string? published = null, string? updated = null) => new(url, LinkTarget.Article, new Metadata { Published = published }) { Updated = updated };

    [Fact]
    public void The_newest_come_first_and_the_undated_last_in_their_order()
    {
        ListedLink[] links = [Link("u1"), Link("old", "2024-01-01"), Link("u2"), Link("new", updated: "2025-03-13T10:00:00Z"), Link("middle", "2025-03-12")];
        Assert.Equal(["new", "middle", "old", "u1", "u2"], LinkOrder.NewestFirst(links).Select(static link => link.Url));
    }

    [Fact]
    public void Hosts_take_turns()
    {
        string[] urls = ["http://a.example/1", "http://a.example/2", "http://a.example/3", "http://b.example/1", "http://c.example/1", "http://b.example/2"];
        Assert.Equal(["http://a.example/1", "http://b.example/1", "http://c.example/1", "http://a.example/2", "http://b.example/2", "http://a.example/3"],
            LinkOrder.HostsInTurn(urls.Select(static url => Link(url))).Select(static link => link.Url));
    }
}
