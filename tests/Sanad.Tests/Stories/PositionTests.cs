using Sanad.Ledger;
using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>Where parties stand, in stories of a few sentences.</summary>
public sealed class PositionTests
{
    [Fact]
    public void A_denial_told_as_earlier_comes_before_what_was_said_on_the_day_of_the_article()
    {
        StoryLedger story = Build(Reader.Analyze(
            "Gubernur Rana Sulaiman tidak membenarkan maupun membantah kabar penjualan pelabuhan Wairang. Rana Sulaiman semula membantah kabar penjualan pelabuhan Wairang dan menyebutnya sebagai “berita palsu.”",
            "id", "2025-06-18", "a"));
        Position position = Assert.Single(story.Positions);
        Assert.Equal([Act.Deny, Act.Deny, Act.Neither], position.Moves.Select(static move => move.Act));
        Assert.Equal([true, true, false], position.Moves.Select(static move => move.Earlier));
        Assert.Contains("sebelum 18 Juni 2025", Brief(story), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_that_does_not_say_of_what_is_no_side()
    {
        Assert.Empty(Build(Reader.Analyze("Gubernur Rana Sulaiman yang dimintai konfirmasi enggan memastikan.", "id", "2025-06-18", "a")).Positions);
        Assert.Single(Build(Reader.Analyze("Ditanya soal penjualan pelabuhan Wairang, Gubernur Rana Sulaiman tak membantah ataupun membenarkan.", "id", "2025-06-18", "a")).Positions);
    }

    [Fact]
    public void A_headline_takes_no_side_of_its_own()
    {
        StoryLedger story = Build(Reader.Analyze(
            "Polisi Wairang Bantah Penjualan Pelabuhan\n\nKepala Kepolisian Wairang Rana Sulaiman membantah kabar penjualan pelabuhan itu, Rabu (18/6/2025).", "id", "2025-06-18", "a"));
        PositionMove move = Assert.Single(Assert.Single(story.Positions).Moves);
        Assert.True(move.Citation.Span.Start > 0);
    }

    [Fact]
    public void One_who_denies_and_one_who_declines_to_say_are_not_one_utterance()
    {
        StoryLedger story = Build(
            Reader.Analyze("Gubernur Rana Sulaiman membantah kabar penjualan pelabuhan Wairang kepada perusahaan asing.", "id", "2025-06-18", "a"),
            Reader.Analyze("Gubernur Rana Sulaiman enggan mengomentari kabar penjualan pelabuhan Wairang kepada perusahaan asing.", "id", "2025-06-18", "b"));
        Assert.Equal(2, Assert.Single(story.Positions).Moves.Count);
        Assert.Empty(story.Utterances);
    }

    [Fact]
    public void The_sides_of_one_party_stand_in_one_line_of_the_brief()
    {
        StoryLedger story = Build(
            Reader.Analyze("Gubernur Rana Sulaiman membantah kabar penjualan pelabuhan Wairang, Selasa (17/6/2025).", "id", "2025-06-17", "a"),
            Reader.Analyze("Gubernur Rana Sulaiman membenarkan kabar penjualan pelabuhan Wairang, Kamis (19/6/2025).", "id", "2025-06-19", "b"));
        Assert.Contains("Rana Sulaiman membantah hal ini (17 Juni 2025): “kabar penjualan pelabuhan Wairang” → Rana Sulaiman membenarkan hal ini (19 Juni 2025): “kabar penjualan pelabuhan Wairang”", Brief(story), StringComparison.Ordinal);
    }

    [Fact]
    public void Joint_speakers_are_named_as_one_says_them()
    {
        StoryLedger story = Build(Reader.Analyze("Pentagon dan NATO mengonfirmasi keberadaan kapal asing di pelabuhan Wairang.", "id", "2025-06-18", "a"));
        Assert.StartsWith("Pentagon dan NATO membenarkan", Brief(story), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_the_cue_interrupts_are_given_on_both_sides_of_it()
    {
        StoryLedger story = Build(Reader.Analyze("“Berdasarkan manifes,” kata Bupati Rana Sulaiman, Selasa (17/6/2025), “kapal itu membawa 187 orang.”", "id", "2025-06-18", "a"));
        Assert.Contains("“Berdasarkan manifes … kapal itu membawa 187 orang", Brief(story), StringComparison.Ordinal);
    }

    private static StoryLedger Build(params Analysis[] articles) => new StoryBuilder(Reader.Languages, Reader.Analyzer.Analyze).Build("1", articles);

    private static string Brief(StoryLedger story) => string.Join('\n', new BriefWriter(Reader.Languages).Write(story, Reader.Languages["id"]).Lines.Select(static line => line.Text));

    [Fact]
    public void A_body_that_denied_by_one_of_its_people_and_confirms_by_another_has_moved_and_does_not_contradict_itself()
    {
        StoryLedger Sides(string second) => Build(
            Reader.Analyze("Direktur Operasi Basarnas Dewi Hartono membantah perahu karet di pelabuhan Wairang bocor, Senin (16/6/2025). Basarnas tidak merinci jumlah perahu.", "id", "2025-06-16", "a"),
            Reader.Analyze(second + " Rana Sulaiman membenarkan perahu karet di pelabuhan Wairang bocor, Kamis (19/6/2025).", "id", "2025-06-19", "b"));
        Assert.DoesNotContain(Sides("Direktur Kesiapsiagaan Basarnas").Conflicts, static conflict => conflict.Kind == ConflictKind.Positions);
        Assert.Contains(Sides("Kepala Polisi Wairang").Conflicts, static conflict => conflict.Kind == ConflictKind.Positions);
    }
}
