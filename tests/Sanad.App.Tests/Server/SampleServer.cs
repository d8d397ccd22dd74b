using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>The sample story's ledger, served once for all tests that only read it.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ServedLedger Server { get; private set; } = null!;

    internal string Path => _folder["sample.db"];

    public async ValueTask InitializeAsync()
    {
        Outcome added = SanadProgram.Run("add", "--db", Path, SamplesFolder());
        Assert.Equal((0, ""), (added.Code, added.Errors));
        Server = await ServedLedger.StartAsync(Path, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        _folder.Dispose();
    }

    internal static string FileOfTests(string name) => System.IO.Path.Combine(Checkout(), "tests", name);

    private static string SamplesFolder() => System.IO.Path.Combine(Checkout(), "samples", "tanggul-lereh");

    private static string Checkout()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Sanad.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests do not lie in a checkout");
    }
}
