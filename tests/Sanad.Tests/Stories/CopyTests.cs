using Sanad.Stories;
using Sanad.Text;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>Copies and what becomes of them, in stories of a few sentences.</summary>
public sealed class CopyTests
{
    private const string Told = "Tiga rumah di tepi sungai hanyut setelah hujan deras mengguyur lereng bukit sepanjang malam. Warga mendirikan tenda di halaman sekolah dan menunggu bantuan beras dari kota. "
        + "Bupati Rana Sulaiman mengatakan sedikitnya 40 orang mengungsi ke balai desa. Ia mengatakan jembatan darurat selesai dibangun kemarin dan alat berat datang besok pagi.";

    [Fact]
    public void A_text_whose_date_line_names_an_agency_that_the_other_credits_is_that_agencys()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\nWairang (Suarakita) - " + Told, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Rumah Hanyut\n\nWairang, Kabar Dua - " + Told + " Demikian dikutip dari Suarakita.", "id", "2025-06-18", "b", "Kabar Dua"),
            Reader.Analyze("Warga Mengungsi\n\nWairang, Kabar Tiga - " + Told, "id", "2025-06-18", "c", "Kabar Tiga"));
        CopyGroup copy = Assert.Single(story.Copies);
        Assert.Equal(CopyKind.SameWire, copy.Kind);
        Assert.Equal("Suarakita", copy.Origin);
        Assert.Contains(copy.Lost, static loss => loss is { Source: "c", What: "credit", From: "Suarakita" });
        Assert.DoesNotContain(copy.Lost, static loss => loss is { Source: "b", What: "credit" });
    }

    [Fact]
    public void The_yesterday_of_a_copy_is_that_of_its_origin()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\n" + Told, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Rumah Hanyut\n\n" + Told, "id", "2025-06-19", "b", "Kabar Dua"));
        ArticleDate date = story.Dates.Single(static date => date.Source == "b");
        Assert.Equal(("2025-06-19", "2025-06-18"), (date.Published, date.Inferred?.Value));
        Assert.Contains(date.Times, static time => time is { Text: "kemarin", Value: "2025-06-17" });
        Assert.Null(story.Dates.Single(static date => date.Source == "a").Inferred);
    }

    [Fact]
    public void A_number_that_a_copy_changed_is_told_and_an_update_is_there_to_change_it()
    {
        string changed = Told.Replace("sedikitnya 40", "sedikitnya 400", StringComparison.Ordinal);
        Loss[] Numbers(string outlet) => [.. UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\n" + Told, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Rumah Hanyut\n\n" + changed, "id", "2025-06-18T20:00", "b", outlet)).Copies.SelectMany(static copy => copy.Lost).Where(static loss => loss.What == "number")];
        Assert.Equal(["40", "400"], Numbers("Kabar Dua").SelectMany(static loss => new[] { loss.From, loss.To }).Order(StringComparer.Ordinal));
        Assert.Empty(Numbers("Kabar Satu"));
    }

    [Fact]
    public void Two_reports_that_quote_one_letter_are_no_copies()
    {
        const string Letter = "“Kami meminta jembatan lama ditutup sebelum musim hujan dan warga di kedua tepi sungai diberi perahu, karena tiang ketiga sudah retak sejak tahun lalu dan tidak ada yang memeriksanya.”";
        Assert.Empty(UtteranceTests.Build(
            Reader.Analyze("Warga Menulis Surat\n\nWarga Wairang menyurati bupati pada hari pasar, kata ketua mereka yang ditemui di rumahnya di tepi sungai. " + Letter + " Surat itu ditandatangani lima puluh kepala keluarga.", "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Jembatan Retak\n\nSebuah surat tiba di kantor kabupaten Senin pagi dan belum dijawab sampai sore oleh siapa pun di sana. " + Letter + " Kepala dinas mengaku belum membacanya sama sekali.", "id", "2025-06-18", "b", "Kabar Dua")).Copies);
    }

    [Fact]
    public void A_copy_shows_on_both_sides_what_is_shared()
    {
        const string Before = "Sudah tiga hari listrik padam di dua kecamatan. ";
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\n" + Told, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Rumah Hanyut\n\n" + Before + Told, "id", "2025-06-18", "b", "Kabar Dua"));
        SharedText shared = Assert.Single(Assert.Single(story.Copies).Shared);
        string Words(string source, IReadOnlyList<TextSpan> spans) => Assert.Single(spans).Of(story.Articles.Single(analysis => analysis.Article.Source == source).Article.Text).ToString();
        Assert.Equal(Told[..^1], Words(shared.Source, shared.Spans));
        Assert.Equal(Told[..^1], Words(shared.Of, shared.SpansOf));
        Assert.Equal(["a", "b"], new[] { shared.Source, shared.Of }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_that_a_copy_gives_to_somebody_else_are_told()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\n" + Told, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Rumah Hanyut\n\n" + Told.Replace("Rana Sulaiman", "Dewi Hartono", StringComparison.Ordinal), "id", "2025-06-19", "b", "Kabar Dua"));
        Loss loss = Assert.Single(story.Copies.SelectMany(static copy => copy.Lost), static loss => loss.What == "speaker" && loss.From == "Rana Sulaiman");
        Assert.Equal(("b", "Dewi Hartono"), (loss.Source, loss.To));
    }

    [Fact]
    public void An_undated_article_is_of_the_day_under_which_its_yesterday_fits_a_sibling()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze("Menteri Rana Sulaiman mengatakan jembatan darurat di Wairang selesai dibangun dan alat berat segera datang, Selasa (17/6/2025).", "id", "2025-06-17", "a"),
            Reader.Analyze("Jembatan di Wairang\n\nMenteri Rana Sulaiman mengatakan jembatan darurat di Wairang selesai dibangun dan alat berat segera datang, kemarin.", "id", null, "b"));
        ArticleDate date = story.Dates.Single(static date => date.Source == "b");
        Assert.Equal("2025-06-18", date.Inferred?.Value);
    }

    [Fact]
    public void An_undated_article_is_of_no_day_under_which_its_last_Monday_is_another()
    {
        const string Said = "“Jembatan lama ditutup sebelum musim hujan karena tiang ketiga retak,” kata Bupati Wairang Rana Sulaiman";
        ArticleDate date = UtteranceTests.Build(
            Reader.Analyze("Jembatan Ditutup\n\n" + Said + ".", "id", "2025-06-16", "a", "Kabar Satu"),
            Reader.Analyze("Warga Memutar\n\n" + Said + ", Senin lalu.", "id", null, "b", "Kabar Dua")).Dates.Single(static date => date.Source == "b");
        Assert.Equal("2025-06-17/2025-06-18", date.Inferred?.Value);
        Assert.Contains(date.Times, static time => time is { Text: "Senin lalu", Value: "2025-06-16" });
    }

    [Fact]
    public void Two_tolls_that_one_report_sets_side_by_side_are_a_conflict()
    {
        StoryLedger story = UtteranceTests.Build(Reader.Analyze(
            "Polisi Wairang mengatakan 17 orang meninggal akibat banjir itu. Namun Bupati Rana Sulaiman mengatakan 21 orang meninggal.", "id", "2025-06-18", "a"));
        Conflict conflict = Assert.Single(story.Conflicts);
        Assert.Equal([17.0, 21.0], conflict.Values.Select(static value => value.Low).Order());
    }

    [Fact]
    public void A_report_that_names_the_agency_whose_statements_it_translates_is_its_translation_and_no_other_copys()
    {
        const string Indonesian = "Bupati Rana Sulaiman mengatakan 84 pekerja berada di dalam pabrik Wairang. \"Kami belum bisa masuk karena kadar gas masih tinggi,\" kata Rana Sulaiman. Direktur Dewi Hartono mengatakan tangki ketiga diperiksa pada bulan Mei.";
        const string English = "Regent Rana Sulaiman said 84 workers were inside the plant in Wairang, the Suarakita agency reported. \"We cannot enter yet because the gas level is still high,\" Rana Sulaiman said. The company has not commented on the fire.";
        StoryLedger Reported(string english) => UtteranceTests.Build(
            Reader.Analyze("Pabrik Terbakar\n\nWairang (Suarakita) - " + Indonesian + "\n\n" + Told, "id", "2025-06-18", "a", "Suarakita"),
            Reader.Analyze("Kebakaran Pabrik\n\nWairang (Suarakita) - " + Indonesian[..Indonesian.IndexOf(" Direktur", StringComparison.Ordinal)] + "\n\n" + Told, "id", "2025-06-18", "b", "Kabar Dua"),
            Reader.Analyze("Fire at plant\n\n" + english, "en", "2025-06-18", "c", "Arga Times"));
        CopyGroup copy = Assert.Single(Reported(English).Copies, static copy => copy.Kind == CopyKind.Translated);
        Assert.Equal(["a", "c"], copy.Members);
        Assert.DoesNotContain(Reported(English.Replace(", the Suarakita agency reported", "", StringComparison.Ordinal)).Copies, static copy => copy.Kind == CopyKind.Translated);
    }

    [Fact]
    public void An_agency_that_signs_the_last_line_is_credited_and_a_copy_that_names_it_nowhere_has_lost_the_credit()
    {
        StoryLedger signed = UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\n" + Told, "id", "2025-06-18", "a", "Suarakita"),
            Reader.Analyze("Rumah Hanyut\n\n" + Told + "\n\n(Suarakita/dh)", "id", "2025-06-18", "b", "Kabar Dua"));
        Assert.Equal((CopyKind.SameWire, "Suarakita"), Assert.Single(signed.Copies.Select(static copy => (copy.Kind, copy.Origin))));
        StoryLedger unsigned = UtteranceTests.Build(
            Reader.Analyze("Banjir di Wairang\n\nWairang (Suarakita) - " + Told, "id", "2025-06-18", "a", "Suarakita"),
            Reader.Analyze("Rumah Hanyut\n\n" + Told, "id", "2025-06-19", "b", "Kabar Dua"));
        Assert.Contains(Assert.Single(unsigned.Copies).Lost, static loss => loss is { Source: "b", What: "credit", From: "Suarakita" });
    }
}
