using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

/// <summary><c>sanad check</c> over the sample story's ledger.</summary>
public sealed class CheckTests(Server.SampleServer sample) : IClassFixture<Server.SampleServer>
{
    private const string Draft =
        "Tanggul Lereh\n\nBadan Penanggulangan Bencana Daerah Tanjung Sowa mencatat 24 orang tewas akibat jebolnya tanggul di Sungai Lereh. "
        + "\"Semua sensor hijau pada Minggu malam,\" kata Gunadi Tarakani. Sebanyak 99 orang terluka.\n";

    private Outcome Check(string draft, params string[] options) => SanadProgram.Run(["check", "--db", sample.Path, "-", .. options], Encoding.UTF8.GetBytes(draft));

    private JsonElement[] Findings(string draft, params string[] options)
    {
        Outcome checked_ = Check(draft, ["--format", "json", .. options]);
        Assert.Equal((0, ""), (checked_.Code, checked_.Errors));
        return [.. JsonDocument.Parse(checked_.Output).RootElement.GetProperty("findings").EnumerateArray()];
    }

    private static string VerdictOn(JsonElement[] findings, string words) =>
        Assert.Single(findings, finding => finding.GetProperty("words").GetString()! == words).GetProperty("verdict").GetString()!;

    [Fact]
    public void Tells_of_each_figure_and_quotation_what_the_ledger_says()
    {
        JsonElement[] findings = Findings(Draft);
        Assert.Equal("borne_out", VerdictOn(findings, "24 orang tewas"));
        Assert.Equal("other_speaker", VerdictOn(findings, "Semua sensor hijau pada Minggu malam"));
        Assert.Equal("not_found", VerdictOn(findings, "Sebanyak 99 orang terluka"));
    }

    [Fact]
    public void Every_witness_cites_words_that_stand_in_the_kept_text()
    {
        int cited = 0;
        foreach (JsonElement witness in Findings(Draft).SelectMany(static finding => finding.GetProperty("witnesses").EnumerateArray()))
        {
            JsonElement citation = witness.GetProperty("citation");
            string text = Ledger.Text(sample.Path, $"SELECT text FROM version WHERE hash = '{citation.GetProperty("textHash").GetString()}'");
            int[] span = [.. citation.GetProperty("span").EnumerateArray().Select(static end => end.GetInt32())];
            Assert.Equal(citation.GetProperty("quote").GetString(), text[span[0]..span[1]]);
            Assert.NotNull(witness.GetProperty("outlet").GetString());
            cited++;
        }

        Assert.True(cited > 1);
    }

    [Fact]
    public void An_older_figure_is_told_with_the_newer_one()
    {
        JsonElement finding = Assert.Single(Findings("Tanggul di Sungai Lereh jebol dan menewaskan 21 orang."), static finding => finding.GetProperty("kind").GetString() == "figure");
        Assert.Equal("older_figure", finding.GetProperty("verdict").GetString());
        Assert.Equal((24, "2025-03-13"), (finding.GetProperty("newer").GetProperty("low").GetInt32(), finding.GetProperty("newer").GetProperty("on").GetString()));
    }

    [Fact]
    public void Prints_for_a_reader_too()
    {
        Outcome printed = Check(Draft);
        Assert.Equal((0, ""), (printed.Code, printed.Errors));
        Assert.Contains("other speaker “Semua sensor hijau pada Minggu malam”", printed.Output, StringComparison.Ordinal);
        Assert.Contains("Dewi Ranakusuma says, 2025-03-11", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_that_is_not_there_and_a_draft_too_long_are_told()
    {
        Assert.Equal(1, Check(Draft, "--story", "99").Code);
        Outcome refused = Check(new string('x', 100_001));
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains("100,000", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1, SanadProgram.Run("check", "--db", sample.Path, "no-such-file").Code);
    }

    [Fact]
    public void What_stands_nowhere_is_not_found() => Assert.All(Findings("Harga cabai di Pasar Wengkar naik 40 persen, kata Wali Kota Sanur Bele."), static finding => Assert.Equal("not_found", finding.GetProperty("verdict").GetString()));
}
