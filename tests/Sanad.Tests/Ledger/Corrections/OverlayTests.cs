using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Ledger.Corrections;
using Sanad.Parties;
using Sanad.Stories;
using Sanad.Text;
using Xunit;

namespace Sanad.Tests.Ledger.Corrections;

public sealed class OverlayTests
{
    private const string Text =
        "Warga Sampon Mengungsi\n\n" +
        "SAMPON, Senin (10/3/2025) - Bupati Wairang Rana Sulaiman mengatakan sedikitnya 14 warga tewas. \"Kami masih mencari korban lain,\" kata Rana di Sampon.\n\n" +
        "Kepala Desa Sampon, Budi Santoso, membantah bendungan itu retak.";

    private static readonly DateTimeOffset Noon = new(2025, 3, 11, 12, 0, 0, TimeSpan.Zero);

    private static readonly Analysis Found = Reader.Analyze(Text, "id", source: "sampon");

    [Fact]
    public void Without_corrections_the_analysis_itself_comes_back() => Assert.Same(Found, Overlay.None.Lay(Found));

    [Fact]
    public void A_correction_of_another_text_changes_nothing()
    {
        CorrectionTarget elsewhere = At("warga") with { Text = TextHash.Of("another text") };
        Assert.Same(Found, Lay(new ActCorrection("Ana", Noon, "so", elsewhere, Act.Deny)));
    }

    [Fact]
    public void A_speaker_of_the_article_is_meant_by_his_name()
    {
        Statement statement = Found.Statements.First(static statement => Found.ContentOf(statement).StartsWith("Kami", StringComparison.Ordinal));
        Analysis laid = Lay(new SpeakerCorrection("Ana", Noon, "so", Of(statement), "budi santoso", null));
        Statement corrected = laid.Statements[IndexOf(statement)];
        Assert.Equal("person:budi-santoso", corrected.Speaker.PartyId);
        Assert.Equal(("Ana", Noon, "so", statement.Speaker.Name), (corrected.Corrected!.By, corrected.Corrected.At, corrected.Corrected.Reason, corrected.Corrected.Was));
        Assert.Equal(Found.Parties, laid.Parties);
    }

    [Fact]
    public void A_speaker_whom_the_article_does_not_name_becomes_a_party()
    {
        Analysis laid = Lay(new SpeakerCorrection("Ana", Noon, "so", Of(Found.Statements[0]), "Tita Morala; Kementerian Pekerjaan Umum", null));
        Assert.Equal(["person:tita-morala", "person:kementerian-pekerjaan-umum"], laid.Statements[0].Speaker.PartyIds);
        Assert.Equal("Tita Morala", laid.Parties[^2].Name);
        Assert.Equal(PartyKind.Body, Lay(new SpeakerCorrection("Ana", Noon, "so", Of(Found.Statements[0]), "Kementerian", "body:kementerian")).Parties[^1].Kind);
    }

    [Fact]
    public void What_is_no_statement_is_struck_out_and_its_figures_are_the_articles_own()
    {
        Statement statement = Found.Statements.First(static statement => Found.Figures.Any(figure => figure.Statement == statement.Id));
        Analysis laid = Lay(new StatementCorrection("Ana", Noon, "so", Of(statement), null));
        Assert.DoesNotContain(laid.Statements, other => other.Id == statement.Id);
        Assert.Equal(Found.Statements.Count - 1, laid.Statements.Count);
        Statement struck = Assert.Single(laid.Struck);
        Assert.Equal((statement.Id, "Ana", Found.ContentOf(statement)), (struck.Id, struck.Corrected!.By, struck.Corrected.Was));
        Assert.All(laid.Figures, figure => Assert.NotEqual(statement.Id, figure.Statement));
        Assert.Equal(Found.Figures.Count, laid.Figures.Count);
    }

    [Fact]
    public void What_else_was_said_of_it_is_found_before_it_is_struck_out()
    {
        CorrectionTarget target = Of(Found.Statements[0]);
        var laid = new List<Correction>();
        Analysis analysis = new Overlay(new CorrectionLog([new StatementCorrection("Ana", Noon, "so", target, null), new ActCorrection("Ben", Noon.AddHours(1), "so", target, Act.Warn)])).Lay(Found, laid);
        Assert.Equal(2, laid.Count);
        Assert.Equal(Act.Warn, Assert.Single(analysis.Struck).Act);
    }

    [Fact]
    public void Other_words_can_be_said_to_be_said()
    {
        Statement statement = Found.Statements.First(static statement => Found.ContentOf(statement).Contains("14 warga", StringComparison.Ordinal));
        Analysis laid = Lay(new StatementCorrection("Ana", Noon, "so", Of(statement), At("14 warga tewas").Span));
        Statement corrected = laid.Statements[IndexOf(statement)];
        Assert.Equal("14 warga tewas", laid.ContentOf(corrected));
        Assert.Equal(Found.ContentOf(statement), corrected.Corrected!.Was);
        Assert.Same(Found, Lay(new StatementCorrection("Ana", Noon, "so", Of(statement), new TextSpan(0, Text.Length + 1))));
        Assert.Same(Found, Lay(new StatementCorrection("Ana", Noon, "so", Of(statement), new TextSpan(5, 5))));
    }

    [Fact]
    public void A_speaker_can_be_said_to_be_unknown()
    {
        Speaker speaker = Lay(new SpeakerCorrection("Ana", Noon, "so", Of(Found.Statements[0]), null, null)).Statements[0].Speaker;
        Assert.Equal((null, null), (speaker.Name, speaker.PartyId));
        Assert.Empty(speaker.PartyIds);
    }

    [Fact]
    public void Act_and_speaker_of_one_statement_are_corrected_each_for_itself()
    {
        CorrectionTarget target = Of(Found.Statements[0]);
        Statement statement = Lay(new ActCorrection("Ana", Noon, "so", target, Act.Warn), new SpeakerCorrection("Ben", Noon.AddHours(1), "so", target, "Budi Santoso", null)).Statements[0];
        Assert.Equal((Act.Warn, "Budi Santoso", "Ben"), (statement.Act, statement.Speaker.Name, statement.Corrected!.By));
    }

    /// <summary>A newer rule may cut the same statement a little otherwise; it is still the one that was meant.</summary>
    [Fact]
    public void A_statement_that_is_cut_otherwise_now_is_found_again()
    {
        CorrectionTarget target = Of(Found.Statements[0]);
        target = target with { Span = new TextSpan(target.Span!.Value.Start + 3, target.Span.Value.End) };
        Assert.Equal(Act.Warn, Lay(new ActCorrection("Ana", Noon, "so", target, Act.Warn)).Statements[0].Act);
    }

    [Fact]
    public void A_correction_whose_words_nothing_is_found_at_rests()
    {
        var overlay = new Overlay(new CorrectionLog([new ActCorrection("Ana", Noon, "so", At("SAMPON, Senin"), Act.Warn), new ActCorrection("Ana", Noon, "so", Of(Found.Statements[0]), Act.Warn)]));
        var laid = new List<Correction>();
        overlay.Lay(Found, laid);
        Assert.Equal([Of(Found.Statements[0])], Assert.Single(laid).Targets);
    }

    [Theory]
    [InlineData(15, null, 15.0, null, Bound.AtLeast)]
    [InlineData(15, Bound.Exact, 15.0, 15.0, Bound.Exact)]
    [InlineData(null, Bound.AtMost, null, 14.0, Bound.AtMost)]
    [InlineData(null, Bound.About, 14.0, 14.0, Bound.About)]
    public void What_is_not_said_of_a_figure_stays_as_it_is_found(int? value, Bound? bound, double? low, double? high, Bound expected)
    {
        Figure figure = Lay(new FigureCorrection("Ana", Noon, "so", Of(Fourteen), new FigureReading(value, null, bound, null, null, null))).Figures[IndexOf(Fourteen)];
        Assert.Equal((low, high, expected, Fourteen.What), (figure.Low, figure.High, figure.Bound, figure.What));
        Assert.Equal("at_least 14 " + Fourteen.What, figure.Corrected!.Was);
    }

    [Fact]
    public void A_range_a_thing_a_unit_and_a_place_can_be_said_of_a_figure()
    {
        Figure figure = Lay(new FigureCorrection("Ana", Noon, "so", Of(Fourteen), new FigureReading(14, 16, null, "warga hilang", "orang", ""))).Figures[IndexOf(Fourteen)];
        Assert.Equal((14.0, 16.0, Bound.Between, "warga hilang", "orang", null), (figure.Low, figure.High, figure.Bound, figure.What, figure.Unit, figure.Where));
    }

    [Fact]
    public void What_is_no_figure_is_gone_and_nothing_is_part_of_it()
    {
        Analysis whole = Found with { Figures = [.. Found.Figures, Fourteen with { Id = "f99", Span = new TextSpan(0, 5), PartOf = Fourteen.Id }] };
        Analysis laid = new Overlay(new CorrectionLog([new FigureCorrection("Ana", Noon, "so", Of(Fourteen), null)])).Lay(whole);
        Assert.DoesNotContain(laid.Figures, static figure => figure.Id == Fourteen.Id);
        Assert.Null(laid.Figures[^1].PartOf);
    }

    [Fact]
    public void Two_who_are_one_have_one_id_in_all_articles()
    {
        Analysis other = Reader.Analyze("Menteri Sergey Lavrow mengatakan perundingan gagal.", "id", source: "other");
        Analysis third = Reader.Analyze("\"Perundingan dilanjutkan,\" kata Menteri Sergey Lavrow di Sampon.", "id", source: "third");
        var same = new PartyCorrection("Ana", Noon, "so", Named(Found, "Rana Sulaiman"), Named(other, "Sergey Lavrow"), true);
        var overlay = new Overlay(new CorrectionLog([same]));
        foreach (Analysis analysis in (Analysis[])[other, third])
        {
            Analysis laid = overlay.Lay(analysis);
            Assert.Equal("person:rana-sulaiman", Assert.Single(laid.Statements).Speaker.PartyId);
            Assert.Equal(same.Id, Assert.Single(laid.Parties, static party => party.Id == "person:rana-sulaiman").Corrected!.Id);
            Assert.DoesNotContain(laid.Mentions, static mention => mention.PartyId == "person:sergey-lavrow");
        }
    }

    [Fact]
    public void Two_of_one_article_who_are_one_are_one_party_with_the_roles_of_both()
    {
        Analysis laid = Lay(new PartyCorrection("Ana", Noon, "so", Named(Found, "Rana Sulaiman"), Named(Found, "Budi Santoso"), true));
        Party one = Assert.Single(laid.Parties, static party => party.Id == "person:rana-sulaiman");
        Assert.Contains("Budi Santoso", one.Aliases);
        Assert.DoesNotContain(laid.Parties, static party => party.Id == "person:budi-santoso");
        Assert.All(laid.Statements.Where(static statement => statement.Speaker.PartyIds.Count > 0), static statement => Assert.Equal(["person:rana-sulaiman"], statement.Speaker.PartyIds));
    }

    [Fact]
    public void Two_of_one_name_who_are_two_are_told_apart()
    {
        Analysis other = Reader.Analyze("Hakim Budi Santoso mengatakan sidang ditunda.", "id", source: "other");
        var overlay = new Overlay(new CorrectionLog([new PartyCorrection("Ana", Noon, "so", Named(Found, "Budi Santoso"), Named(other, "Budi Santoso"), false)]));
        Assert.Equal("person:budi-santoso", overlay.Lay(Found).Statements[^1].Speaker.PartyId);
        Statement judge = Assert.Single(overlay.Lay(other).Statements);
        Assert.StartsWith("apart:budi-santoso-", judge.Speaker.PartyId, StringComparison.Ordinal);
        Assert.Equal([judge.Speaker.PartyId!], judge.Speaker.PartyIds);
    }

    [Fact]
    public void A_ring_of_parties_who_are_one_ends()
    {
        PartyTarget a = Named(Found, "Rana Sulaiman"), b = Named(Found, "Budi Santoso");
        PartyTarget c = a with { At = At("Sampon."), Party = "person:tita-morala" };
        Analysis laid = Lay(new PartyCorrection("Ana", Noon, "so", a, b, true), new PartyCorrection("Ana", Noon.AddHours(1), "so", b, c, true), new PartyCorrection("Ana", Noon.AddHours(2), "so", c, a, true));
        Assert.Single(laid.Parties, static party => party.Id is "person:rana-sulaiman" or "person:budi-santoso" or "person:tita-morala");
    }

    [Fact]
    public void A_story_honours_what_is_said_of_copies()
    {
        Analysis copy = Reader.Analyze(Text.Replace("Sampon", "Sampun", StringComparison.Ordinal), "id", source: "copy", outlet: "Kabar"), origin = Found with { Article = Found.Article with { Outlet = "Suara" } };
        CorrectionTarget left = new(copy.Article.Hash, "copy", null, ""), right = new(origin.Article.Hash, "sampon", null, "");
        Assert.Single(Build([origin, copy]).Copies);
        Assert.Empty(Build([origin, copy], new CopyCorrection("Ana", Noon, "so", left, right, false)).Copies);

        Analysis apart = Reader.Analyze("Harga Beras Naik\n\nHarga beras di Wairang naik menjadi Rp 15.000 per kilogram, Selasa (11/3/2025).", "id", source: "apart", outlet: "Kabar");
        CopyGroup group = Assert.Single(Build([origin, apart], new CopyCorrection("Ana", Noon, "so", new(apart.Article.Hash, "apart", null, ""), right, true)).Copies);
        Assert.Equal(("sampon", "Ana"), (group.Origin, group.Corrected!.By));
        Assert.Equal(["sampon", "apart"], group.Members);
    }

    /// <summary>Two outlets may print one text: then the name tells which is meant.</summary>
    [Fact]
    public void Of_two_articles_of_one_text_the_one_that_bears_the_name_is_meant()
    {
        Analysis[] three = [.. ((string[])["a", "b", "c"]).Select(static source => Reader.Analyze(Text, "id", source: source, outlet: "Outlet " + source))];
        CorrectionTarget Whole(string source) => new(Found.Article.Hash, source, null, "");
        CopyGroup group = Assert.Single(Build(three, new CopyCorrection("Ana", Noon, "so", Whole("c"), Whole("a"), false)).Copies);
        Assert.Equal(["a", "b"], group.Members);
    }

    private static Figure Fourteen => Found.Figures.First(static figure => figure.Low == 14);

    private static StoryLedger Build(IReadOnlyList<Analysis> analyses, params Correction[] corrections)
    {
        var overlay = new Overlay(new CorrectionLog(corrections));
        return new StoryBuilder(Reader.Languages, (article, borrowed) => overlay.Lay(Reader.Analyzer.Analyze(article, borrowed))) { Copies = overlay.Copies }.Build("1", [.. analyses.Select(analysis => overlay.Lay(analysis))]);
    }

    private static Analysis Lay(params Correction[] corrections) => new Overlay(new CorrectionLog(corrections)).Lay(Found);

    private static int IndexOf(Statement statement) => Found.Statements.ToList().IndexOf(statement);

    private static int IndexOf(Figure figure) => Found.Figures.ToList().IndexOf(figure);

    private static CorrectionTarget Of(Statement statement) => Of(Found, new TextSpan(statement.Content[0].Start, statement.Content[^1].End));

    private static CorrectionTarget Of(Figure figure) => Of(Found, figure.Span);

    private static CorrectionTarget At(string words) => Of(Found, new TextSpan(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length));

    private static CorrectionTarget Of(Analysis analysis, TextSpan span) => new(analysis.Article.Hash, analysis.Article.Source, span, span.Of(analysis.Article.Text).ToString());

    private static PartyTarget Named(Analysis analysis, string name)
    {
        Party party = analysis.Parties.First(party => party.Name == name);
        return new PartyTarget(Of(analysis, analysis.Mentions.First(mention => mention.PartyId == party.Id).Span), party.Id, party.Name);
    }
}
