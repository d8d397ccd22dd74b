using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>One utterance in several wordings, in stories of a few sentences.</summary>
public sealed class UtteranceTests
{
    private const string Indonesian = "Direktur Rana Sulaiman mengatakan haluan tanker menghantam sisi kanan feri sebelum api menjalar di pelabuhan Wairang, Rabu (18/6/2025).";
    private const string English = "Director Rana Sulaiman said on Wednesday that the tanker's bow had hit the starboard side of the ferry before the fire spread in the port of Wairang.";

    [Fact]
    public void A_sentence_and_its_translation_are_one_utterance() =>
        Assert.Equal(["a", "b"], Sources(Assert.Single(Build(Reader.Analyze(Indonesian, "id", "2025-06-18", "a"), Reader.Analyze(English, "en", "2025-06-18", "b")).Utterances)));

    [Fact]
    public void A_speaker_whose_office_was_read_as_part_of_the_name_is_the_same_person()
    {
        Assert.True(SpeakerMatch.IsSamePerson("person:kantor-sar-morolanga-rana-sulaiman", "person:rana-sulaiman"));
        Assert.True(SpeakerMatch.IsSamePerson("person:rana", "person:kepala-kantor-sar-rana-sulaiman"));
        Assert.False(SpeakerMatch.IsSamePerson("person:dewi-sulaiman", "person:rana-sulaiman"));
    }

    [Fact]
    public void Two_offices_that_give_one_toll_have_not_said_one_thing() =>
        Assert.Empty(Build(
            Reader.Analyze("Kepala Polisi Wairang Rana Sulaiman mengatakan 31 orang meninggal, 12 orang luka dan 5 orang hilang.", "id", "2025-06-18", "a"),
            Reader.Analyze("Direktur Rumah Sakit Wairang Dewi Hartono mengatakan 31 orang meninggal, 12 orang luka dan 5 orang hilang.", "id", "2025-06-18", "b")).Utterances);

    [Theory]
    [InlineData("2025-06-21", "36", 0)]
    [InlineData("2025-06-21", "31", 1)]
    [InlineData("2025-06-18", "36", 1)]
    public void A_toll_that_somebody_gives_on_another_day_is_another_utterance(string day, string toll, int utterances)
    {
        string Told(string dead) => $"Kepala Polisi Wairang Rana Sulaiman mengatakan jumlah korban meninggal akibat tabrakan kapal di Wairang menjadi {dead} orang.";
        Assert.Equal(utterances, Build(Reader.Analyze(Told("31"), "id", "2025-06-18", "a"), Reader.Analyze(Told(toll), "id", day, "b")).Utterances.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" “Alarm pabrik Wairang mati sejak Mei,” kata Rana Sulaiman.", 0)]
    public void All_that_each_of_two_articles_quotes_of_somebody_is_one_utterance_in_two_languages(string more, int utterances) =>
        Assert.Equal(utterances, Build(
            Reader.Analyze("Pekerja Rana Sulaiman selamat. “Tidak ada alarm. Tiba-tiba lantai bergetar dan atap runtuh,” kata Rana Sulaiman." + more, "id", "2025-06-18", "a"),
            Reader.Analyze("Worker Rana Sulaiman survived. “There was no alarm. Suddenly the floor shook and the roof came down,” Rana Sulaiman said.", "en", "2025-06-18", "b")).Utterances.Count);

    [Fact]
    public void A_word_is_found_among_the_equivalents_by_its_stem()
    {
        Assert.Equal("hit", Reader.Languages.Concepts.OfWord(Reader.Languages["id"], "ditabraknya"));
        Assert.Equal("announce", Reader.Languages.Concepts.OfWord(Reader.Languages["en"], "announcing"));
        Assert.Null(Reader.Languages.Concepts.OfWord(Reader.Languages["en"], "wolengga"));
    }

    [Fact]
    public void A_person_bears_one_name_throughout_a_story()
    {
        StoryLedger story = Build(
            Reader.Analyze("Kepala Kantor SAR Wairang Rana Sulaiman mengatakan pencarian dilanjutkan.", "id", "2025-06-18", "a"),
            Reader.Analyze("“Kami masih mencari,” kata Rana Sulaiman, Rabu (18/6/2025).", "id", "2025-06-18", "b"));
        Assert.All(story.Articles.SelectMany(static article => article.Statements), static statement => Assert.Equal("Rana Sulaiman", statement.Speaker.Name));
    }

    [Fact]
    public void A_clause_that_another_outlet_gives_alone_is_one_utterance_with_it()
    {
        StoryLedger story = Build(
            Reader.Analyze("“Jembatan tetap dibuka untuk pejalan kaki,” kata Rana Sulaiman, Rabu (18/6/2025). Rana Sulaiman mengatakan tenda, selimut, obat dan dapur umum dari Dewi Hartono menyusul karena air naik 2,4 meter.", "id", "2025-06-18", "a"),
            Reader.Analyze("Rana Sulaiman said on Wednesday that schools, markets and offices along both banks would stay closed for a whole week while engineers measured every pillar of the old bridge, and that the water had risen 2.4 metres.", "en", "2025-06-18", "b"));
        Utterance utterance = Assert.Single(story.Utterances);
        Assert.Equal(["a", "b"], Sources(utterance));
        Assert.StartsWith("and that the water", utterance.Members.Single(static member => member.Source == "b").Text, StringComparison.Ordinal);
        Assert.All(utterance.Members, static member => Assert.Contains(member.Text.Split(" … ")[0], member.Citation.Quote, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rana Sulaiman mengakui ada 56 orang yang naik tanpa karcis, Rabu (18/6/2025).", "Rana Sulaiman admitted on Wednesday that 56 people were not counted.", 1)]
    [InlineData("Rana Sulaiman mengakui ada 56 orang yang naik tanpa karcis, Rabu (18/6/2025).", "Rana Sulaiman admitted on Wednesday that 57 people were not counted.", 0)]
    [InlineData("“Tidak sekali pun tanker menyentuh feri,” kata Rana Sulaiman.", "Rana Sulaiman denied any contact between the tanker and the ferry.", 1)]
    [InlineData("“Tidak sekali pun tanker menyentuh feri,” kata Rana Sulaiman.", "Rana Sulaiman denied any payment to the port.", 0)]
    [InlineData("“Tidak sekali pun tanker menyentuh feri,” kata Rana Sulaiman.", "Dewi Hartono denied any contact between the tanker and the ferry.", 0)]
    public void What_one_speaker_says_in_quite_other_words_is_known_by_its_number_or_by_what_is_denied(string indonesian, string english, int utterances) =>
        Assert.Equal(utterances, Build(Reader.Analyze(indonesian, "id", "2025-06-18", "a"), Reader.Analyze(english, "en", "2025-06-18", "b")).Utterances.Count);

    internal static StoryLedger Build(params Analysis[] articles) => new StoryBuilder(Reader.Languages, Reader.Analyzer.Analyze).Build("1", articles);

    private static IEnumerable<string> Sources(Utterance utterance) => utterance.Members.Select(static member => member.Source).Order(StringComparer.Ordinal);
}
