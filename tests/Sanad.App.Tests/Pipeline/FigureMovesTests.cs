using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests.Pipeline;

/// <summary>That a figure of a story moved is told once, by the article that moved it.</summary>
public sealed class FigureMovesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private static string Flood(string source, int day, int dead, string outlet) => Articles.Line(source, string.Create(CultureInfo.InvariantCulture, $"""
        Banjir Bandang Sungai Arga, {dead} Orang Tewas

        ARGA, ({day}/3/2025) - Sebanyak {dead} orang tewas akibat banjir bandang Sungai Arga di Kabupaten Lereh, kata Kepala Badan Penanggulangan Bencana Daerah Lereh Rahman Lesmana, {(day == 10 ? "Senin" : day == 11 ? "Selasa" : "Rabu")} ({day}/3/2025).

        Banjir bandang Sungai Arga menerjang tiga desa di Kabupaten Lereh pada Minggu malam. "Kami masih mencari korban," kata Rahman Lesmana.
        """), outlet: outlet);

    private void Add(params string[] lines) => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(string.Concat(lines))).Code);

    private string[] Moves() => [.. SanadProgram.Run("changes", "--db", Path, "--format", "json").Lines.Select(static line => JsonDocument.Parse(line).RootElement)
        .Where(static change => change.GetProperty("kind").GetString() == "figure").Select(static change => $"{change.GetProperty("source").GetString()}: {change.GetProperty("text").GetString()}")];

    [Fact]
    public void A_later_value_is_told_with_the_one_before_it_and_who_gives_it()
    {
        Add(Flood("one", 10, 14, "Suara Arga"));
        Assert.Empty(Moves());
        Add(Flood("two", 11, 21, "Kabar Lereh"));
        Assert.Single(Ledger.Stories(Path));
        string move = Assert.Single(Moves(), static move => move.Contains("tewas", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("two: ", move, StringComparison.Ordinal);
        Assert.Contains("14 → 21", move, StringComparison.Ordinal);
        Assert.Contains("Rahman Lesmana", move, StringComparison.Ordinal);
        string[] told = Moves();
        // Reading the story anew tells nothing twice.
        Ledger.Run(Path, "UPDATE story SET stale = 1");
        Assert.Equal(0, SanadProgram.Run("stories", "--db", Path).Code);
        Assert.Equal(told, Moves());
    }

    [Fact]
    public void What_is_repeated_late_or_comes_at_once_is_no_move()
    {
        Add(Flood("one", 10, 14, "Suara Arga"), Flood("two", 11, 21, "Kabar Lereh"));
        Assert.Empty(Moves());
        Add(Flood("three", 12, 14, "Warta Hulu"));
        Add(Flood("four", 10, 12, "Harian Hilir"));
        Assert.Empty(Moves());
    }
}
