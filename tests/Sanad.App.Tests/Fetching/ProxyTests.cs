using System.Net;
using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class ProxyTests : IDisposable
{
    private readonly WebServer _proxy = new();

    public ProxyTests() => _proxy.Gives("http://arga.example/a", WebPages.Page(1)).Redirects("http://arga.example/b", "http://10.0.0.1/b").Redirects("http://arga.example/c", "http://router.lan/c");

    public void Dispose() => _proxy.Dispose();

    private Outcome Read(string address, params (string Name, string? Value)[] environment) => SanadProgram.Run(["read", address], null, null, [.. WebPages.Hurried, .. environment]);

    private async Task<FetchResult> Fetch(string address)
    {
        var settings = new FetchSettings { Courtesy = new Courtesy { Interval = TimeSpan.Zero } };
        using var fetcher = new Fetcher(settings, new ProxyChoice(new WebProxy(_proxy["/"]), null), TimeProvider.System);
        return await fetcher.Fetch(address, null, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    [InlineData("all_proxy")]
    [InlineData("ALL_PROXY")]
    public void The_usual_variables_are_followed(string variable)
    {
        Outcome outcome = Read("http://arga.example/a", (variable, _proxy["/"]));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(["http://arga.example/robots.txt", "http://arga.example/a"], _proxy.Requests.Select(static request => request.Path));
    }

    [Theory]
    [InlineData("http://localhost/a", "is a name of the inside")]
    [InlineData("http://intranet/a", "is a name of the inside")]
    [InlineData("http://router.lan/a", "is a name of the inside")]
    [InlineData("http://metadata.google.internal/a", "is a name of the inside")]
    [InlineData("http://10.0.0.1/a", "is a private address")]
    [InlineData("http://[fd00:ec2::254]/a", "is a metadata address")]
    public async Task It_leads_past_the_guard_for_nobody(string address, string reason)
    {
        Assert.Contains(reason, (await Fetch(address)).Failure!.Reason, StringComparison.Ordinal);
        Assert.Empty(_proxy.Requests);
    }

    [Theory]
    [InlineData("http://arga.example/b", "redirected to http://10.0.0.1/b: 10.0.0.1 is a private address")]
    [InlineData("http://arga.example/c", "redirected to http://router.lan/c: router.lan is a name of the inside")]
    public async Task Nor_by_a_redirect(string address, string reason)
    {
        Assert.Contains(reason, (await Fetch(address)).Failure!.Reason, StringComparison.Ordinal);
        Assert.Equal(["http://arga.example/robots.txt", address], _proxy.Requests.Select(static request => request.Path));
    }

    [Fact]
    public void A_name_that_is_excepted_goes_directly_and_then_the_guard_looks_at_its_address()
    {
        Assert.Contains("is a loopback address", Read("http://localhost:1/a", ("http_proxy", _proxy["/"]), ("NO_PROXY", "localhost")).Errors, StringComparison.Ordinal);
        Assert.Empty(_proxy.Requests);
    }
}
