using System.Text;
using Microsoft.AspNetCore.Http;
using Sanad.App.Server.Api;

namespace Sanad.App.Server.Feeds;

/// <summary>Counts the answers that stay open, so that they do not use up the server.</summary>
internal sealed class OpenStreams
{
    /// <summary>Streams at once; each looks for news once a beat.</summary>
    private const int Most = 64;

    private int _open;

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public IDisposable Take()
    {
        if (Interlocked.Increment(ref _open) <= Most) return new Place(this);
        Interlocked.Decrement(ref _open);
        throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "as many streams are open as there may be");
    }

    /// <summary>Begins an answer of server-sent events.</summary>
    public static Task BeginAsync(HttpResponse response, string about, CancellationToken stop)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        return WriteAsync(response, $": {about}\nretry: 2000\n\n", stop);
    }

    public static async Task WriteAsync(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await response.Body.FlushAsync(stop);
    }

    private sealed class Place(OpenStreams streams) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0) Interlocked.Decrement(ref streams._open);
        }
    }
}
