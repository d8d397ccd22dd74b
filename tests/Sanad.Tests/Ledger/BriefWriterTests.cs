using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Tests.Stories;
using Xunit;

namespace Sanad.Tests.Ledger;

/// <summary>What a brief makes of stories of a few sentences.</summary>
public sealed class BriefWriterTests
{
    [Theory]
    [InlineData("id", "1 artikel dari 1 media, 1 asal; 18 Juni 2025 sampai 18 Juni 2025")]
    [InlineData("en", "1 article by 1 outlet, 1 origin; 18 June 2025 to 18 June 2025")]
    public void One_of_a_kind_is_said_as_one(string language, string summary) =>
        Assert.Equal(summary, Write(language, Reader.Analyze("Bupati Rana Sulaiman mengatakan 14 orang tewas.", "id", "2025-06-18", "a", "Kabar Satu")).Summary);

    [Fact]
    public void A_text_that_was_changed_at_its_address_is_told_of()
    {
        StoryLedger story = UtteranceTests.Build(Reader.Analyze("Bupati Rana Sulaiman mengatakan 14 orang tewas.", "id", "2025-06-18", "a", "Kabar Satu"));
        story = story with { Versions = new Dictionary<string, int> { ["a"] = 3 } };
        Assert.EndsWith("; 1 teks diubah setelah terbit", new BriefWriter(Reader.Languages).Write(story, Reader.Languages["id"]).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_denied_does_not_read_as_what_was_said()
    {
        Brief brief = Write("id", Reader.Analyze("Bupati Rana Sulaiman membantah tuduhan suap dari pengusaha kayu itu, Rabu (18/6/2025). “Saya tidak pernah bertemu mereka,” kata Rana Sulaiman.", "id", "2025-06-18", "a"));
        Assert.Contains(brief.Lines, static line => line.Text == "Rana Sulaiman membantah hal ini (18 Juni 2025): “tuduhan suap dari pengusaha kayu itu”");
        Assert.DoesNotContain(brief.Lines, static line => line.Text.Contains("hal ini: “Saya", StringComparison.Ordinal));
    }

    [Fact]
    public void The_names_of_figures_are_in_the_language_of_the_brief()
    {
        Analysis[] articles =
        [
            Reader.Analyze("Police chief Tomas Beliu said 31 people had died, Wednesday (June 18, 2025).", "en", "2025-06-18", "a"),
            Reader.Analyze("Bupati Rana Sulaiman mengatakan 33 orang meninggal, Kamis (19/6/2025).", "id", "2025-06-19", "b"),
            Reader.Analyze("Bupati Rana Sulaiman mengatakan 35 orang meninggal, Jumat (20/6/2025).", "id", "2025-06-20", "c"),
        ];
        Assert.DoesNotContain(Write("id", articles).Lines, static line => line.Heading == "Angka" && line.Text.Contains("people", StringComparison.Ordinal));
        Assert.Contains(Write("id", articles).Lines, static line => line.Text.StartsWith("orang meninggal", StringComparison.Ordinal) && line.Text.Contains("31 (", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_counts_that_one_report_has_from_two_parties_are_no_move()
    {
        Analysis both = Reader.Analyze("Bupati Rana Sulaiman mengatakan 38 orang meninggal, Rabu (18/6/2025). Gubernur Dewi Hartono mengatakan 31 orang meninggal, Rabu (18/6/2025).", "id", "2025-06-18", "a");
        Assert.Contains(Write("id", both).Lines, static line => line.Text.Contains("31 (Dewi Hartono, 18 Juni 2025)", StringComparison.Ordinal));
        string[] lines = [.. Write("id",
            both,
            Reader.Analyze("Bupati Rana Sulaiman mengatakan 40 orang meninggal, Kamis (19/6/2025).", "id", "2025-06-19", "b")).Lines.Select(static line => line.Text)];
        Assert.Contains(lines, static line => line.Contains("38 (Rana Sulaiman, 18 Juni 2025) → 40 (Rana Sulaiman, 19 Juni 2025)", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("31 (Dewi Hartono, 18 Juni 2025)", StringComparison.Ordinal) && !line.Contains('→', StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_of_magnitude_in_a_headline_is_no_move()
    {
        Brief brief = Write("id",
            Reader.Analyze("Ribuan Rumah Rusak di Wairang\n\nBupati Rana Sulaiman mengatakan 3.200 rumah rusak, Rabu (18/6/2025).", "id", "2025-06-18", "a"),
            Reader.Analyze("Bupati Rana Sulaiman mengatakan 3.400 rumah rusak, Kamis (19/6/2025).", "id", "2025-06-19", "b"));
        BriefLine line = Assert.Single(brief.Lines, static line => line.Text.StartsWith("rumah", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("3.200 (Rana Sulaiman, 18 Juni 2025) → 3.400", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1.000", line.Text, StringComparison.Ordinal);
    }

    private static Brief Write(string language, params Analysis[] articles) => new BriefWriter(Reader.Languages).Write(UtteranceTests.Build(articles), Reader.Languages[language]);
}
