using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sanad.App.Cli;
using Sanad.App.Fetching;
using Sanad.App.Hooks;
using Sanad.App.Jobs;
using Sanad.App.Server.Access;
using Sanad.App.Server.Api;
using Sanad.App.Server.Feeds;
using Sanad.App.Server.Hardening;
using Sanad.App.Server.Interface;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Mcp;
using Sanad.App.Server.Pages;
using Sanad.App.Server.Pages.Adding;
using Sanad.App.Server.Pages.Checking;
using Sanad.App.Server.Pages.Correcting;
using Sanad.Language;

namespace Sanad.App.Server;

/// <summary>The web server over one ledger: from top to bottom what a request passes.</summary>
internal sealed class SanadServer : IAsyncDisposable
{
    /// <summary>No page takes a body; what programs send is bounded by this.</summary>
    private const int LongestBody = 1 << 20;

    private readonly WebApplication _app;

    private SanadServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port that it got.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The address is taken or cannot be listened on.</exception>
    /// <exception cref="Storage.LedgerException">The ledger cannot be opened.</exception>
    public static async Task<SanadServer> StartAsync(ServerSettings settings, LanguageSet languages, Surroundings surroundings)
    {
        var pool = new LedgerPool(settings.Ledger);
        pool.Use(static ledger => ledger.HasStale());

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = "Sanad.App", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            kestrel.Limits.MaxRequestLineSize = 8 << 10;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.AddSingleton(settings).AddSingleton(pool).AddSingleton(languages).AddSingleton(surroundings.Time).AddSingleton<InterfaceLanguages>().AddSingleton<StoryList>();
        builder.Services.AddSingleton(static services => new StoryCache(services.GetRequiredService<LedgerPool>(), services.GetRequiredService<LanguageSet>()));

        builder.Services.AddLedgerTools();
        builder.Services.AddSingleton<PartyDesk>();
        builder.Services.AddSingleton<DraftDesk>().AddSingleton<OpenStreams>().AddSingleton<EventStream>().AddSingleton<CorrectionEndpoints>();
        builder.Services.AddSingleton(services => new AddingDesk(settings.Ledger, languages, settings.Fetching, settings.Limit, surroundings, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        builder.Services.AddSingleton(_ => new HookSender(settings.Fetching, ProxyChoice.FromEnvironment(), surroundings.Time));
        builder.Services.AddSingleton(services => new HookDeliverer(pool, services.GetRequiredService<HookSender>(), surroundings.Complaints, surroundings.Time)).AddHostedService<HookDelivery>();
        if (settings.Accounts is { } accounts) builder.Services.AddAccounts(accounts, settings.Public?.Scheme == Uri.UriSchemeHttps, surroundings.Complaints);
        builder.Services.AddRequestRate(static context => ApiProblems.Fault(context, StatusCodes.Status429TooManyRequests));

        WebApplication app = builder.Build();
        if (settings.Trusted.Count > 0) app.UseTrustedProxies(settings.Trusted);
        app.UseSecurityHeaders();
        if (ListenAddress.IsOwn(settings.Url)) app.UseHostCheck(settings.Public?.Host);
        if (settings.Public is { } address) app.UsePublicAddress(address);
        app.UseApiProblems();
        app.UseFaultBoundary(new ComplaintsLogger(surroundings.Complaints), ApiProblems.Fault);
        app.UseRateLimiter();
        app.UseSameOrigin();
        if (settings.Accounts is not null) app.UseAuthentication();
        app.UseAccessGate(settings);
        app.UseKnownParameters();
        app.UseRouting();
        WebFiles.Map(app);
        PageEndpoints.Map(app);
        CorrectingEndpoints.Map(app);
        AddEndpoints.Map(app);
        CheckEndpoints.Map(app);
        SignInEndpoints.Map(app, settings.Accounts is not null);
        ApiEndpoints.Map(app);
        CorrectionEndpoints.Map(app);
        JobEndpoints.Map(app);
        HookEndpoints.Map(app);
        FeedEndpoints.Map(app);
        EventStream.Map(app);
        McpEndpoint.Map(app);

        var server = new SanadServer(app);
        await app.StartAsync(surroundings.Stop.Token);
        return server;
    }

    /// <summary>Lets requests under way come to their end, then stops.</summary>
    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
