using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Sanad.App.Tests.Fetching;

/// <summary>Pages over TLS, from a server whose certificate the test made.</summary>
public sealed class SecureFetchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>On Linux <c>SSL_CERT_FILE</c> names the certificates that are trusted.</summary>
    [Fact]
    public void A_page_comes_over_tls_where_its_certificate_is_trusted()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("trust is set by SSL_CERT_FILE on Linux only");
        using X509Certificate2 certificate = Certificate("127.0.0.1", TimeProvider.System.GetUtcNow().AddDays(1));
        using WebServer server = new WebServer(certificate).Gives("/1", WebPages.Page(1));
        Outcome outcome = Read(server["/1"], certificate);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("Nomor1", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", 1, false)]
    [InlineData("127.0.0.1", -1, true)]
    [InlineData("127.0.0.2", 1, true)]
    public void A_certificate_of_nobody_known_run_out_or_of_another_host_is_refused(string host, int days, bool trusted)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("trust is set by SSL_CERT_FILE on Linux only");
        using X509Certificate2 certificate = Certificate(host, TimeProvider.System.GetUtcNow().AddDays(days)), other = Certificate("127.0.0.9", TimeProvider.System.GetUtcNow().AddDays(1));
        using WebServer server = new WebServer(certificate).Gives("/1", WebPages.Page(1));
        Outcome outcome = Read(server["/1"], trusted ? certificate : other);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains("no trusted connection to 127.0.0.1: The remote certificate", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private Outcome Read(string address, X509Certificate2 trusted) =>
        WebPages.Run(["read", address], ("SSL_CERT_FILE", _folder.Write("trusted.pem", trusted.ExportCertificatePem())), ("SSL_CERT_DIR", _folder.Path));

    private static X509Certificate2 Certificate(string host, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(host));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 made = request.CreateSelfSigned(until.AddDays(-10), until);
        // The key has to be one that a server may use, not one that goes with this process's memory.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
