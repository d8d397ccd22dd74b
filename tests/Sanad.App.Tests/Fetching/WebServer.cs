using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sanad.App.Tests.Fetching;

/// <summary>One request as it came.</summary>
internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// An HTTP server on loopback that does what a test wants, also what no server should: each path has a function that writes to the connection itself.
/// Without one a path is not there (404), robots.txt too.
/// </summary>
internal sealed class WebServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Func<Exchange, Task>> _paths = new();
    private readonly Lock _lock = new();
    private readonly List<Request> _requests = [];
    private readonly List<(string Path, int Count, TaskCompletionSource Reached)> _awaited = [];
    private readonly X509Certificate2? _certificate;
    private int _open;

    /// <param name="certificate">With one it speaks TLS; it does not own it.</param>
    public WebServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public int Port { get; }

    /// <summary>Most requests that were under way at once.</summary>
    public int MostOpen { get; private set; }

    public string this[string path] => string.Create(CultureInfo.InvariantCulture, $"http{(_certificate is null ? "" : "s")}://127.0.0.1:{Port}{path}");

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    public int CountOf(string path) => Requests.Count(request => request.Path == path);

    public WebServer On(string path, Func<Exchange, Task> answer)
    {
        _paths[path] = answer;
        return this;
    }

    /// <summary>A whole answer with the right length.</summary>
    public WebServer Gives(string path, string body, string type = "text/html; charset=utf-8", string headers = "") => On(path, exchange => exchange.Reply("200 OK", body, $"Content-Type: {type}\r\n{headers}"));

    public WebServer Redirects(string path, string location, int status = 302) =>
        On(path, exchange => exchange.Reply(string.Create(CultureInfo.InvariantCulture, $"{status} Elsewhere"), "", $"Location: {location}\r\n"));

    /// <summary>Ends when the path has been asked for so often.</summary>
    public Task Asked(string path, int count)
    {
        lock (_lock)
        {
            if (_requests.Count(request => request.Path == path) >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((path, count, reached));
            return reached.Task;
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = Serve(client, _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client, CancellationToken end)
    {
        using TcpClient open = client;
        bool counted = false;
        try
        {
            await using Stream stream = await Secured(client.GetStream(), end);
            if (await ReadRequest(stream, end) is not { } request) return;
            counted = true;
            Note(request);
            var exchange = new Exchange(client, stream, request, end);
            await (_paths.TryGetValue(request.Path, out Func<Exchange, Task>? answer) ? answer(exchange) : exchange.Reply("404 Not Found", "not here"));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException or AuthenticationException)
        {
            // Whoever asked has gone.
        }
        finally
        {
            if (counted) Interlocked.Decrement(ref _open);
        }
    }

    private async Task<Stream> Secured(NetworkStream stream, CancellationToken end)
    {
        if (_certificate is null) return stream;
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, end);
        return secured;
    }

    private void Note(Request request)
    {
        int open = Interlocked.Increment(ref _open);
        lock (_lock)
        {
            MostOpen = Math.Max(MostOpen, open);
            _requests.Add(request);
            foreach ((string path, int count, TaskCompletionSource reached) in _awaited)
            {
                if (_requests.Count(seen => seen.Path == path) >= count) reached.TrySetResult();
            }
        }
    }

    private static async Task<Request?> ReadRequest(Stream stream, CancellationToken end)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, end) == 0) return null;
            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1)) headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        return new Request(lines[0].Split(' ')[1], headers);
    }
}

/// <summary>A request that waits for its answer.</summary>
internal sealed class Exchange(TcpClient client, Stream stream, Request request, CancellationToken end)
{
    public Request Request => request;

    /// <summary>Ends with the test.</summary>
    public CancellationToken End => end;

    public Task Reply(string status, string body, string headers = "") => Reply(status, Encoding.UTF8.GetBytes(body), headers);

    public async Task Reply(string status, byte[] body, string headers = "")
    {
        await Send(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n"));
        await Send(body);
    }

    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public async Task Send(byte[] bytes) => await stream.WriteAsync(bytes, end);

    /// <summary>Says that nothing more comes, while the other side may still speak.</summary>
    public void CloseHalf() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off as a machine that fails does.</summary>
    public void Reset()
    {
        client.Client.LingerState = new LingerOption(true, 0);
        client.Client.Close();
    }

    /// <summary>Holds the connection until the other side has had enough.</summary>
    public async Task WaitUntilGone()
    {
        byte[] rest = new byte[1024];
        while (await stream.ReadAsync(rest, end) > 0)
        {
        }
    }
}
