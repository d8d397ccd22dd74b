using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sanad.App.Tests.Server;

/// <summary>The real program serving a ledger on a free port, and a client that follows no redirect and keeps no cookie.</summary>
internal sealed class ServedLedger : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServedLedger(Process process, string address)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public static Task<ServedLedger> StartAsync(string path, CancellationToken stop, params string[] options) => StartAsync(path, stop, [], options);

    public static async Task<ServedLedger> StartAsync(string path, CancellationToken stop, (string Name, string? Value)[] environment, string[] options)
    {
        Process process = SanadProgram.Start(SanadProgram.FileName, ["serve", "--db", path, .. options.Contains("--urls") ? (string[])[] : ["--urls", "http://127.0.0.1:0"], .. options], null, environment);
        string? address = await process.StandardOutput.ReadLineAsync(stop);
        return address is null ? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(stop)) : new ServedLedger(process, address);
    }

    /// <param name="headers">Name and value by turns.</param>
    public async Task<HttpResponseMessage> GetAsync(string path, CancellationToken stop, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        for (int i = 0; i < headers.Length; i += 2) request.Headers.TryAddWithoutValidation(headers[i], headers[i + 1]);
        return await Client.SendAsync(request, stop);
    }

    public async Task<IHtmlDocument> PageAsync(string path, CancellationToken stop, params string[] headers)
    {
        using HttpResponseMessage answer = await GetAsync(path, stop, headers);
        Xunit.Assert.Equal((HttpStatusCode.OK, path), (answer.StatusCode, path));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(stop));
    }

    /// <summary>Asks the program to end, as Ctrl-C does.</summary>
    /// <returns>Its exit code and what it complained of.</returns>
    public async Task<(int Code, string Errors)> StopAsync(CancellationToken stop)
    {
        using (Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(stop);
        await _process.WaitForExitAsync(stop);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
