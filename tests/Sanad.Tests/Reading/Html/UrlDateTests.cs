using Sanad.Reading.Html;
using Xunit;

namespace Sanad.Tests.Reading.Html;

public sealed class UrlDateTests
{
    [Theory]
    [InlineData("https://a.example/read/2026/05/29/22021231/judul", "2026-05-29")]
    [InlineData("https://a.example/2026-05-29-judul", "2026-05-29")]
    [InlineData("https://a.example/news/20260529220212-4-1/judul", null)]
    [InlineData("https://a.example/news/20260529/judul", "2026-05-29")]
    [InlineData("https://a.example/berita/26/05/29/abc-judul", "2026-05-29")]
    [InlineData("https://a.example/berita/2026/13/29/judul", null)]
    [InlineData("https://a.example/berita/2026/02/30/judul", null)]
    [InlineData("https://a.example/berita/10/20/30/judul", null)]
    [InlineData("https://2026-05-29.example/judul", null)]
    [InlineData("https://a.example/judul?d=2026-05-29", null)]
    [InlineData(null, null)]
    public void The_day_in_an_address_is_read(string? address, string? day) => Assert.Equal(day, UrlDate.TryRead(address, out DateOnly found) ? found.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
}
