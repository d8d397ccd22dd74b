using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sanad.App.Tests.Archives;

/// <summary>A paper's site on loopback: a first page, articles (one of them sent in chunks), a picture, a redirect and links that lead nowhere.</summary>
internal sealed class NewsServer : IDisposable
{
    public const int Articles = 6;

    private readonly HttpListener _listener = new();

    public NewsServer()
    {
        for (int attempt = 0; ; attempt++)
        {
            Url = $"http://127.0.0.1:{FreePort()}/";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(Url);
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Another process took the port in between.
            }
        }

        _listener.BeginGetContext(Answer, null);
    }

    public string Url { get; }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private void Answer(IAsyncResult result)
    {
        HttpListenerContext context;
        try
        {
            context = _listener.EndGetContext(result);
            _listener.BeginGetContext(Answer, null);
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
            return;
        }

        using HttpListenerResponse response = context.Response;
        string path = context.Request.Url!.AbsolutePath;
        if (path == "/")
        {
            Send(response, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(NewsPage.Front([.. Enumerable.Range(1, Articles).Select(static i => $"/{i}"), "/gambar.png", "/lama", "/tidak-ada"])));
        }
        else if (path == "/gambar.png") Send(response, "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3]);
        else if (path == "/lama") response.Redirect("/1");
        else if (int.TryParse(path[1..], System.Globalization.CultureInfo.InvariantCulture, out int number))
        {
            response.SendChunked = number % 2 == 0;
            Send(response, "text/html", NewsPage.BytesOf(number));
        }
        else response.StatusCode = 404;
    }

    private static void Send(HttpListenerResponse response, string type, byte[] body)
    {
        response.ContentType = type;
        if (!response.SendChunked) response.ContentLength64 = body.Length;
        foreach (byte[] piece in body.Chunk(700)) response.OutputStream.Write(piece);
    }
}
