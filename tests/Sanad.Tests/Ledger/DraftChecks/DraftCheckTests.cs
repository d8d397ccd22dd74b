using Sanad.Ledger.DraftChecks;
using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Ledger.DraftChecks;

public sealed class DraftCheckTests
{
    private static readonly StoryLedger Story = new StoryBuilder(Reader.Languages, (article, borrowed) => Reader.Analyzer.Analyze(article, borrowed)).Build("7",
    [
        Reader.Analyze("Banjir Rendam Wairang\n\nBupati Wairang Rana Sulaiman mengatakan sedikitnya 14 orang tewas akibat banjir di Wairang, Selasa (17/6/2025). Sebanyak 37 orang masih hilang.\n\n"
            + "\"Kami sudah meminta warga mengungsi sejak malam pertama,\" kata Rana Sulaiman.", "id", "2025-06-17", "satu", "Suara Wairang"),
        Reader.Analyze("Korban Banjir Wairang Bertambah\n\nBupati Wairang Rana Sulaiman mengatakan 21 orang tewas akibat banjir di Wairang, Rabu (18/6/2025).\n\n"
            + "Direktur PT Tirta Wairang, Tomas Beliu, membantah perusahaannya membuka pintu air bendungan tanpa peringatan, Rabu (18/6/2025).", "id", "2025-06-18", "dua", "Kabar Wairang"),
        Reader.Analyze("Toll of the Wairang flood revised\n\nRegent Rana Sulaiman said on Thursday that 24 people were killed in the Wairang flood. Nine children were among the dead.", "en", "2025-06-19", "three", "Wairang Post"),
    ]);

    private static DraftReport Check(string draft, string language = "id", bool isSure = false) => new DraftCheck(Reader.Languages).Check(Reader.Sentence(draft, language), [Story], isSure);

    private static DraftFinding Figure(string draft, string language = "id") => Assert.Single(Check(draft, language).Findings, static finding => finding.Kind == DraftEntry.Figure);

    private static DraftFinding Statement(string draft, string language = "id") => Assert.Single(Check(draft, language).Findings, static finding => finding.Kind == DraftEntry.Statement);

    [Theory]
    [InlineData("id", "Banjir di Wairang menewaskan 24 orang.")]
    [InlineData("en", "The flood in Wairang killed 24 people, said Rana Sulaiman.")]
    public void A_figure_is_borne_out_by_whoever_gave_it(string language, string draft)
    {
        DraftFinding finding = Figure(draft, language);
        Assert.Equal(Verdict.BorneOut, finding.Verdict);
        Witness witness = Assert.Single(finding.Witnesses);
        Assert.Equal(("7", "Rana Sulaiman", "2025-06-19", "three", 24.0), (witness.Story, witness.By, witness.On, witness.Citation.Source, witness.Low));
        Assert.Contains("24 people were killed", witness.Citation.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_nobody_made_since_nobody_gives_its_number_is_told_by_the_figure_alone()
    {
        DraftFinding finding = Assert.Single(Check("Bupati Wairang Rana Sulaiman mengatakan 55 orang tewas akibat banjir di Wairang.").Findings);
        Assert.Equal((DraftEntry.Figure, Verdict.NotFound), (finding.Kind, finding.Verdict));
    }

    [Fact]
    public void An_older_figure_is_told_with_the_newer_one_and_since_when()
    {
        DraftFinding finding = Figure("Banjir di Wairang menewaskan 21 orang.");
        Assert.Equal((Verdict.OlderFigure, 24.0, "2025-06-19"), (finding.Verdict, finding.Newer?.Low, finding.Newer?.On));
        Assert.Equal("dua", Assert.Single(finding.Witnesses).Citation.Source);
    }

    [Fact]
    public void A_figure_that_the_draft_itself_dates_is_not_older() =>
        Assert.Equal(Verdict.BorneOut, Figure("Hingga Rabu (18/6/2025), banjir di Wairang menewaskan 21 orang, kata Rana Sulaiman.").Verdict);

    [Fact]
    public void A_hedge_left_out_is_told()
    {
        DraftFinding finding = Figure("Pada Selasa (17/6/2025), Rana Sulaiman mengatakan 14 orang tewas akibat banjir di Wairang.");
        Assert.Equal((Verdict.OtherHedge, Sanad.Figures.Bound.AtLeast), (finding.Verdict, Assert.Single(finding.Witnesses).Bound));
    }

    [Theory]
    [InlineData("Banjir di Wairang menewaskan 42 orang.")]
    [InlineData("Banjir di Wairang menewaskan 24 anak.")]
    [InlineData("Banjir di Tarn menewaskan 24 orang.")]
    [InlineData("Banjir di Wairang merendam 24 rumah.")]
    public void Another_value_thing_or_place_is_not_found(string draft)
    {
        DraftFinding finding = Figure(draft);
        Assert.Equal(Verdict.NotFound, finding.Verdict);
        Assert.Empty(finding.Witnesses);
    }

    [Fact]
    public void A_value_of_another_speaker_is_told() => Assert.Equal((Verdict.OtherSpeaker, "Rana Sulaiman"),
        (Figure("Tomas Beliu mengatakan 24 orang tewas akibat banjir di Wairang.").Verdict, Figure("Tomas Beliu mengatakan 24 orang tewas akibat banjir di Wairang.").Witnesses[0].By));

    [Fact]
    public void A_speaker_of_whom_nothing_is_known_is_doubt()
    {
        DraftFinding finding = Figure("Palang Merah Wairang mengatakan 24 orang tewas akibat banjir di Wairang.");
        Assert.Equal(Verdict.NotFound, finding.Verdict);
        Assert.NotEmpty(finding.Candidates);
    }

    [Fact]
    public void A_quotation_is_borne_out_letter_by_letter()
    {
        DraftFinding finding = Statement("\"Kami sudah meminta warga mengungsi sejak malam pertama,\" ujar Rana Sulaiman di Wairang.");
        Assert.Equal((Verdict.BorneOut, "satu"), (finding.Verdict, Assert.Single(finding.Witnesses).Citation.Source));
    }

    [Fact]
    public void Other_words_between_quotation_marks_are_told()
    {
        DraftFinding finding = Statement("\"Kami telah meminta semua warga mengungsi sejak malam pertama,\" ujar Rana Sulaiman di Wairang.");
        Assert.Equal((Verdict.OtherWording, "satu"), (finding.Verdict, Assert.Single(finding.Witnesses).Citation.Source));
    }

    [Fact]
    public void Words_given_to_another_are_told()
    {
        DraftFinding finding = Statement("\"Kami sudah meminta warga mengungsi sejak malam pertama,\" ujar Tomas Beliu di Wairang.");
        Assert.Equal((Verdict.OtherSpeaker, "Rana Sulaiman"), (finding.Verdict, finding.Witnesses[0].By));
    }

    [Fact]
    public void What_was_denied_is_borne_out_as_a_denial_only()
    {
        Assert.Equal(Verdict.BorneOut, Statement("Tomas Beliu membantah perusahaannya membuka pintu air bendungan tanpa peringatan di Wairang.").Verdict);
        DraftFinding turned = Statement("Tomas Beliu mengatakan perusahaannya membuka pintu air bendungan tanpa peringatan di Wairang.");
        Assert.Equal(Verdict.NotFound, turned.Verdict);
        Assert.NotEmpty(turned.Candidates);
    }

    [Fact]
    public void What_nobody_said_is_not_found() => Assert.Equal(Verdict.NotFound, Statement("Rana Sulaiman mengatakan pasar Wairang akan dibangun kembali tahun depan.").Verdict);

    [Fact]
    public void A_sentence_without_a_speaker_is_told_who_said_it()
    {
        DraftFinding finding = Assert.Single(Check("Warga Wairang sudah diminta mengungsi sejak malam pertama.").Findings);
        Assert.Equal((DraftEntry.Sentence, Verdict.BorneOut), (finding.Kind, finding.Verdict));
        Assert.Equal("Rana Sulaiman", finding.Witnesses[0].By);
    }

    [Fact]
    public void A_story_that_shares_no_name_bears_nothing_out()
    {
        DraftReport report = Check("Banjir menewaskan 24 orang.");
        Assert.Empty(report.Stories);
        Assert.All(report.Findings, static finding => Assert.Equal(Verdict.NotFound, finding.Verdict));
        Assert.Contains(Check("Banjir menewaskan 24 orang.", isSure: true).Findings, static finding => finding.Verdict == Verdict.BorneOut);
    }

    [Fact]
    public void Every_article_of_a_story_bears_itself_out()
    {
        foreach (Analysis article in Story.Articles)
        {
            DraftReport report = new DraftCheck(Reader.Languages).Check(article, [Story]);
            Assert.NotEmpty(report.Findings);
            Assert.DoesNotContain(report.Findings, static finding => finding.Verdict is Verdict.OtherSpeaker or Verdict.OtherWording or Verdict.OtherHedge);
            Assert.All(report.Findings, finding => Assert.True(finding.Verdict != Verdict.NotFound, $"{article.Article.Source} {finding.Entry} {finding.Words}"));
            Assert.All(report.Findings, finding => Assert.Equal(finding.Verdict == Verdict.OlderFigure, finding.Newer is not null));
        }
    }

    [Fact]
    public void An_empty_draft_has_nothing_to_check() => Assert.DoesNotContain(Check("").Findings, static finding => finding.Kind != DraftEntry.Sentence);
}
