using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sanad.App.Tests.Hooks;

/// <summary>A message as it came.</summary>
internal sealed record Received(string Path, string Id, string Timestamp, string Signature, string? ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>An HTTP server on loopback that takes messages, or does not.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<Received> _received = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = [];

    private HookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers; given how many messages came before.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = static (http, _) =>
    {
        http.Response.StatusCode = (int)HttpStatusCode.NoContent;
        return Task.CompletedTask;
    };

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_lock) return [.. _received];
        }
    }

    public static async Task<HookReceiver> StartAsync(CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HookReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(stop);
        return receiver;
    }

    /// <summary>Answers with these statuses one after the other, and with the last from then on.</summary>
    public HookReceiver Statuses(params int[] statuses)
    {
        Answer = (http, before) =>
        {
            http.Response.StatusCode = statuses[Math.Min(before, statuses.Length - 1)];
            return Task.CompletedTask;
        };
        return this;
    }

    /// <summary>Ends when so many messages have come.</summary>
    public Task CameAsync(int count, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_received.Count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((count, reached));
            return reached.Task.WaitAsync(stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        IHeaderDictionary headers = http.Request.Headers;
        var received = new Received(http.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), http.Request.ContentType, body.ToArray());
        int before;
        lock (_lock)
        {
            before = _received.Count;
            _received.Add(received);
        }

        await Answer(http, before);
        lock (_lock)
        {
            foreach ((int count, TaskCompletionSource reached) in _awaited)
            {
                if (_received.Count >= count) reached.TrySetResult();
            }
        }
    }
}
