using Sanad.Attribution;
using Sanad.Parties;
using Xunit;

namespace Sanad.Tests.Parties;

/// <summary>Where a person's name begins and ends, and what is none.</summary>
public sealed class PersonTests
{
    [Theory]
    [InlineData("Kapolres Sowa Kombes Pol (P) Rana Sulaiman mengatakan pelaku sudah ditahan.", "Rana Sulaiman", "Kapolres Sowa")]
    [InlineData("Dandim Letkol (Inf) Tomas Beliu mengatakan pelaku sudah ditahan.", "Tomas Beliu", "Dandim")]
    [InlineData("Kapolres Sowa AKBP Tomas Beliu mengatakan pelaku sudah ditahan.", "Tomas Beliu", "Kapolres Sowa")]
    [InlineData("Kepala Kantor SAR Sowa Rana Sulaiman mengatakan pencarian dilanjutkan.", "Rana Sulaiman", "Kepala Kantor SAR Sowa")]
    [InlineData("Komjen Pol Tomas Beliu mengatakan pelaku sudah ditahan.", "Tomas Beliu", null)]
    [InlineData("Jenderal TNI (Purn) Tomas Beliu mengatakan pelaku sudah ditahan.", "Tomas Beliu", null)]
    [InlineData("Kapolda Jawa Barat Irjen Pol. Drs. H. Rana Sulaiman, S.H., M.Si. mengatakan pelaku sudah ditahan.", "Rana Sulaiman", "Kapolda Jawa Barat")]
    [InlineData("Dokter Spesialis Gizi dr. Rana Sulaiman, M.Kes, Sp.GK mengatakan pasien sudah pulang.", "Rana Sulaiman", "Dokter Spesialis Gizi")]
    [InlineData("Kepala Biro Komunikasi dan Pelayanan Publik Rana Sulaiman mengatakan pasien sudah pulang.", "Rana Sulaiman", "Kepala Biro Komunikasi dan Pelayanan Publik")]
    [InlineData("Dansat Brimob Polda Riau sekaligus Ketua Satgas Pembangunan Jembatan, Kombes Rana Sulaiman, mengatakan jembatan sudah dibuka.", "Rana Sulaiman", "Dansat Brimob Polda Riau sekaligus Ketua Satgas Pembangunan Jembatan")]
    [InlineData("Di sidang itu Terdakwa Rana Sulaiman mengatakan dirinya lupa.", "Rana Sulaiman", null)]
    public void A_name_ends_where_rank_office_and_degrees_begin(string text, string name, string? role)
    {
        Speaker speaker = Assert.Single(Reader.Sentence(text, "id").Statements).Speaker;
        Assert.Equal((name, role), (speaker.Name, speaker.Role));
    }

    [Theory]
    [InlineData("Biaya pembangunan jembatan itu mencapai Rp 5 miliar.", "Rp")]
    [InlineData("Warga Desa Wairang menyeberangi Sungai Lereh dengan rakit.", "Sungai Lereh")]
    [InlineData("Rana Sulaiman datang. Kemudian Ia juga mengatakan jalan sudah dibuka.", "Ia")]
    public void Capitals_alone_make_no_person(string text, string word) =>
        Assert.DoesNotContain(Reader.Sentence(text, "id").Parties, party => party.Kind == PartyKind.Person && party.Name == word);

    [Fact]
    public void A_body_with_small_words_in_its_name_is_known_from_the_short_form_that_spells_it()
    {
        Analysis analysis = Reader.Sentence("Sowa Institute of Fisheries and Ports (SIFP) mengatakan impor naik. SIFP menegaskan ekspor turun.", "id");
        Assert.All(analysis.Statements, static statement => Assert.Equal("Sowa Institute of Fisheries and Ports", statement.Speaker.Name));
        Assert.Equal(2, analysis.Statements.Count);
    }

    [Theory]
    [InlineData("\"Kami sudah siap,\" tulis Elias di Facebook.", "Elias")]
    [InlineData("\"Kami sudah siap,\" ujar Mahesa di Jakarta.", "Mahesa")]
    public void One_word_right_behind_a_verb_of_saying_is_called_so_in_the_way_of_persons(string text, string name)
    {
        Analysis analysis = Reader.Sentence(text, "id");
        Assert.Equal(name, Assert.Single(analysis.Statements).Speaker.Name);
        Assert.Equal(PartyKind.Person, analysis.Parties.Single(party => party.Name == name).Kind);
    }

    [Fact]
    public void A_firm_ends_where_the_name_begins_by_which_the_article_calls_its_head()
    {
        Analysis analysis = Reader.Sentence("Direktur Utama PT Lintas Sowa Rana Sulaiman mengatakan kapal laik laut. \"Benar,\" kata Rana.", "id");
        Assert.All(analysis.Statements, static statement => Assert.Equal("Rana Sulaiman", statement.Speaker.Name));
        Assert.Contains(analysis.Parties, static party => party.Name == "PT Lintas Sowa");
    }

    [Fact]
    public void A_name_behind_menurut_and_a_comma_is_not_the_one_who_holds_the_office()
    {
        Analysis analysis = Reader.Sentence("Menurut jaksa, Rana Sulaiman saat itu menagih utang. Jaksa mengatakan peristiwa itu berawal pagi hari.", "id");
        Assert.All(analysis.Statements, static statement => Assert.Equal("jaksa", statement.Speaker.Name));
    }

    [Fact]
    public void He_is_whoever_the_article_vouches_for_where_nobody_has_spoken()
    {
        Analysis analysis = Reader.Sentence("Tobias Brandel, 30, from Sowa, was on the tram. He said everyone went flying.", "en");
        Assert.Equal("Tobias Brandel", Assert.Single(analysis.Statements).Speaker.Name);
    }

    [Theory]
    [InlineData("Danish Transport Police said the man had fled.", "Danish Transport Police")]
    [InlineData("London Ambulance Service said eight people were hurt.", "London Ambulance Service")]
    public void A_body_may_begin_with_the_name_of_a_place(string text, string name) => Assert.Equal(name, Assert.Single(Reader.Sentence(text, "en").Statements).Speaker.Name);
}
