using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sanad.App.Fetching;

/// <summary>The head of one answer, and its body where it was asked for.</summary>
/// <param name="Body">Decompressed; null where the status gives no body that is of use.</param>
internal sealed record TransportAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, byte[]? Body, string? ContentType, string? Modified);

/// <summary>Sends one request and receives its answer: no redirects, no politeness, no robots. Keeps no cookies and knows no passwords.</summary>
internal sealed class Transport : IDisposable
{
    /// <summary>Bytes of an answer that nobody wants, read on so that the connection can be used again.</summary>
    private const int MostDrained = 1 << 16;

    private readonly FetchSettings _settings;
    private readonly AddressGuard _guard;
    private readonly BodyTransfer _transfer;
    private readonly Inflation _inflation;
    private readonly ProxyChoice _proxies;
    private readonly HttpMessageInvoker _direct;
    private readonly ConcurrentDictionary<Uri, HttpMessageInvoker> _proxied = new();
    private readonly TimeProvider _time;

    public Transport(FetchSettings settings, ProxyChoice proxies, TimeProvider time)
    {
        _settings = settings;
        _guard = new AddressGuard(settings.AllowPrivate);
        _transfer = new BodyTransfer(settings.Transfer, time);
        _inflation = new Inflation(settings.Transfer);
        _proxies = proxies;
        _time = time;
        _direct = new HttpMessageInvoker(Handler(null));
    }

    /// <exception cref="FetchException">There is no answer, or its body is not the whole of what the server meant to send.</exception>
    public Task<TransportAnswer> Get(Uri address, Validators? known, CancellationToken stop) => Ask(address, Request(address, known), Receive, stop);

    /// <summary>Sends JSON; of the answer only the status is read, and how long the server asks to be left alone.</summary>
    /// <exception cref="FetchException">There is no answer.</exception>
    public Task<(HttpStatusCode Status, TimeSpan? RetryAfter)> Post(Uri address, ReadOnlyMemory<byte> json, IEnumerable<(string Name, string Value)> headers, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower, Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Ask(address, request, (response, _) => Task.FromResult((response.StatusCode, RetryAfter(response.Headers.RetryAfter))), stop);
    }

    /// <summary>How long the server asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    private async Task<T> Ask<T>(Uri address, HttpRequestMessage message, Func<HttpResponseMessage, CancellationToken, Task<T>> receive, CancellationToken stop)
    {
        using HttpRequestMessage request = message;
        try
        {
            if (WebTarget.LiteralOf(address) is { } literal && _guard.Refusal(literal) is { } kind) throw GuardedConnection.Refused(address.IdnHost, literal, kind);
            Uri? proxy = _proxies.For(address);
            if (proxy is not null) await ProxiedTarget.Check(address, _guard, _settings.AllowPrivate, stop).ConfigureAwait(false);
            HttpMessageInvoker invoker = proxy is null ? _direct : _proxied.GetOrAdd(proxy, uri => new HttpMessageInvoker(Handler(uri)));
            // Only the way to the head is counted here; the body has its own measure.
            var patience = new TimeBudget(_settings.Transfer.Connect + _settings.Transfer.Grace, "no answer", _time);
            using HttpResponseMessage response = await patience.Spend(token => invoker.SendAsync(request, token), stop).ConfigureAwait(false);
            return await receive(response, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException and not FetchException)
        {
            throw TransportReason.Of(e, address, _settings.Transfer);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !stop.IsCancellationRequested)
        {
            throw new FetchException(string.Create(CultureInfo.InvariantCulture, $"{address.Host} cannot be connected to within {_settings.Transfer.Connect.TotalSeconds:0.#} s")) { IsUnreachable = true };
        }
    }

    public void Dispose()
    {
        _direct.Dispose();
        foreach (HttpMessageInvoker invoker in _proxied.Values) invoker.Dispose();
    }

    private async Task<TransportAnswer> Receive(HttpResponseMessage response, CancellationToken stop)
    {
        HttpContentHeaders headers = response.Content.Headers;
        string? type = First(headers, "Content-Type"), modified = First(headers, "Last-Modified");
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation)) return new TransportAnswer(response.StatusCode, response.Headers, null, type, modified);
        if (MediaKind(type) is { } kind) throw new FetchException($"{kind}, not text");
        if (headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues lengths) && lengths.Distinct(StringComparer.Ordinal).Count() > 1) throw new FetchException("damaged: says two different lengths");
        using Stream wire = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        byte[] body = await _transfer.Receive(wire, headers.ContentLength, stop).ConfigureAwait(false);
        return new TransportAnswer(response.StatusCode, response.Headers, _inflation.Decode(body, [.. headers.ContentEncoding]), type, modified);
    }

    private HttpRequestMessage Request(Uri address, Validators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (known is null || known.Address != address.AbsoluteUri) return request;
        if (known.ETag is not null) headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.Modified is not null) headers.TryAddWithoutValidation("If-Modified-Since", known.Modified);
        return request;
    }

    /// <param name="proxy">Chosen by the keeper of the machine, so it may stand on its network; null to go directly, past the guard.</param>
    private SocketsHttpHandler Handler(Uri? proxy)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None, PreAuthenticate = false, ActivityHeadersPropagator = null,
            ConnectTimeout = _settings.Transfer.Connect, MaxResponseHeadersLength = _settings.Transfer.MostHeaderKilobytes, MaxResponseDrainSize = MostDrained,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1), PooledConnectionLifetime = TimeSpan.FromMinutes(5), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), MaxConnectionsPerServer = 2,
            UseProxy = proxy is not null,
            // Addresses in Location headers are UTF-8 where they are not ASCII.
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        };
        if (proxy is null) handler.ConnectCallback = new GuardedConnection(_guard).Open;
        else handler.Proxy = new WebProxy(proxy) { Credentials = _proxies.Credentials };
        return handler;
    }

    private static string? First(HttpContentHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    private static string? MediaKind(string? type)
    {
        ReadOnlySpan<char> text = type.AsSpan().TrimStart();
        bool Is(ReadOnlySpan<char> text, string kind) => text.StartsWith(kind, StringComparison.OrdinalIgnoreCase);
        if (Is(text, "image/") && !Is(text, "image/svg")) return "a picture";
        if (Is(text, "video/")) return "a film";
        if (Is(text, "audio/")) return "a sound";
        return Is(text, "font/") ? "a typeface" : Is(text, "application/pdf") ? "a PDF document" : null;
    }
}
