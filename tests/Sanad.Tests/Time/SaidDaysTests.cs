using Xunit;

namespace Sanad.Tests.Time;

public sealed class SaidDaysTests
{
    [Theory]
    [InlineData("id", "\"Kemarin kami tiba,\" kata Andi, Selasa (17/6/2025). \"Hari ini kami pulang,\" tambahnya.", "2025-06-16", "2025-06-17", "2025-06-17")]
    [InlineData("id", "\"Kami pulang hari ini,\" kata Andi. \"Kemarin kami tiba,\" katanya, Selasa (17/6/2025).", "2025-06-18", "2025-06-16", "2025-06-17")]
    [InlineData("id", "Andi pulang hari ini. \"Kemarin kami tiba,\" katanya, Selasa (17/6/2025). Ia pergi kemarin.", "2025-06-18", "2025-06-16", "2025-06-17", "2025-06-17")]
    [InlineData("id", "Hal itu dikatakan Andi di Lereh, Senin (16/6/2025). \"Hari ini kami pulang,\" ujarnya.", "2025-06-16", "2025-06-16")]
    [InlineData("en", "\"We arrived yesterday,\" said Grady on Tuesday, June 17.", "2025-06-16", "2025-06-17")]
    public void Days_inside_a_quotation_count_from_the_day_that_it_was_said(string language, string sentence, params string[] values) =>
        Assert.Equal(values, Reader.Sentence(sentence, language, "2025-06-18").Times.Select(static time => time.Value.ToIso()));

    [Theory]
    [InlineData("\"Kemarin kami tiba,\" kata Andi, Selasa (4/3/2025).")]
    [InlineData("\"Kemarin kami tiba,\" kata Andi, Rabu (18/6/2025).")]
    public void A_day_long_ago_or_of_publication_moves_nothing(string sentence) =>
        Assert.Equal("2025-06-17", Reader.Sentence(sentence, "id", "2025-06-18").Times[0].Value.ToIso());

    [Fact]
    public void What_an_editor_sets_in_brackets_counts_from_publication() =>
        Assert.Equal(
            ["2025-06-17", "2025-06-18", "2025-06-18"],
            Reader.Sentence("\"Kami pulang,\" kata Andi, Selasa (17/6/2025). \"Besok (hari ini) kami pergi,\" tambahnya.", "id", "2025-06-18").Times.Select(static time => time.Value.ToIso()));
}
