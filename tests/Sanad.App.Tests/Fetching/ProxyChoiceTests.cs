using System.Net;
using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class ProxyChoiceTests
{
    private static readonly Uri Proxy = new("http://proxy.example:3128");

    [Theory]
    [InlineData(null, "arga.example", false)]
    [InlineData("arga.example", "arga.example", true)]
    [InlineData("arga.example", "www.arga.example", true)]
    [InlineData("arga.example", "bukanarga.example", false)]
    [InlineData(".arga.example", "www.arga.example", true)]
    [InlineData("*.arga.example", "www.arga.example", true)]
    [InlineData("localhost, arga.example", "WWW.Arga.Example", true)]
    [InlineData("*", "hulu.example", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    public void Names_that_stand_for_what_is_below_them_go_directly(string? noProxy, string host, bool direct) =>
        Assert.Equal(direct ? null : Proxy, new ProxyChoice(new WebProxy(Proxy), noProxy).For(new Uri($"http://{host}/")));
}
