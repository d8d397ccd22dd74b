using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Sanad.App.Json;
using Sanad.App.Server.Api;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Feeds;

/// <summary>
/// <c>/api/events</c>: changes as they come in, as server-sent events. Each bears its number as id, so that who was cut off goes on behind the last one seen (<c>Last-Event-ID</c>).
/// </summary>
internal sealed class EventStream(LedgerPool pool, OpenStreams streams, TimeProvider time, IHostApplicationLifetime life)
{
    /// <summary>Changes of one look.</summary>
    private const int MostChanges = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(0.5), Quiet = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/events", Open);

    private static Task<IResult> Open(HttpContext http, EventStream events) => ApiEndpoints.AnswerAsync(async () =>
    {
        await events.SendAsync(new ApiRequest(http));
        return Results.Empty;
    });

    private async Task SendAsync(ApiRequest request)
    {
        long? story = request.Long("story");
        long seen = request.Http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last
            ? long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw ApiRequest.Wrong("Last-Event-ID", "is no number of a change")
            : request.Long("after") ?? pool.Use(static ledger => ledger.Version().Changes);
        using IDisposable place = streams.Take();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(request.Stop, life.ApplicationStopping);
        try
        {
            HttpResponse response = request.Http.Response;
            await OpenStreams.BeginAsync(response, "the ledger's changes", stop.Token);
            for (long written = time.GetTimestamp(); ;)
            {
                IReadOnlyList<Change> changes = pool.Use(ledger => ledger.ChangesAfter(story, null, seen, MostChanges));
                if (changes.Count > 0)
                {
                    await OpenStreams.WriteAsync(response, Text(changes), stop.Token);
                    seen = changes[^1].Number;
                    written = time.GetTimestamp();
                    continue;
                }

                if (time.GetElapsedTime(written) > Quiet)
                {
                    await OpenStreams.WriteAsync(response, ":\n\n", stop.Token);
                    written = time.GetTimestamp();
                }

                await Task.Delay(Beat, time, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever listened has left, or the server ends.
        }
    }

    /// <summary>JSON holds no line break, so that one line of data is the whole of it.</summary>
    private static string Text(IReadOnlyList<Change> changes)
    {
        var text = new StringBuilder();
        foreach (Change change in changes)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) ChangeJson.Write(json, change, withNumber: true);
            text.Append(CultureInfo.InvariantCulture, $"id: {change.Number}\nevent: {change.Kind}\ndata: {Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)}\n\n");
        }

        return text.ToString();
    }
}
