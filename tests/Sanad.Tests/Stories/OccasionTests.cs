using Sanad.Language;
using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>On what occasion things were said, in stories of a few sentences.</summary>
public sealed class OccasionTests
{
    private const string Held = "\"Sebanyak 12 rumah rusak,\" kata Direktur Rana Sulaiman dalam jumpa pers di Wairang, Rabu (18/6/2025). Menurut Rana, tanggul itu retak.";

    [Fact]
    public void What_a_speaker_says_further_on_was_said_on_the_occasion_named_before()
    {
        Occasion occasion = Assert.Single(UtteranceTests.Build(Reader.Analyze(Held, "id", "2025-06-18", "a")).Occasions);
        Assert.Equal((OccasionKind.PressConference, "2025-06-18", "jumpa pers"), (occasion.Kind, occasion.On, occasion.Named.Quote));
        Assert.Equal(["s1", "s2"], occasion.Members.Select(static member => member.Statement));
    }

    [Fact]
    public void Articles_that_name_one_kind_day_and_speaker_mean_one_occasion_across_languages()
    {
        Occasion occasion = Assert.Single(UtteranceTests.Build(
            Reader.Analyze(Held, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Director Rana Sulaiman said at a news conference on Wednesday that the dam had cracked.", "en", "2025-06-18", "b", "Arga Times")).Occasions);
        Assert.Equal(["a", "a", "b"], occasion.Members.Select(static member => member.Source));
    }

    [Fact]
    public void Two_days_are_two_occasions() =>
        Assert.Equal(["2025-06-18", "2025-06-19"], UtteranceTests.Build(
            Reader.Analyze(Held, "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze(Held.Replace("Rabu (18/6/2025)", "Kamis (19/6/2025)", StringComparison.Ordinal), "id", "2025-06-19", "b", "Kabar Dua")).Occasions.Select(static occasion => occasion.On));

    [Fact]
    public void A_conference_that_somebody_speaks_of_is_no_occasion_of_his() =>
        Assert.Empty(UtteranceTests.Build(Reader.Analyze(
            "Direktur Rana Sulaiman mengatakan jumpa pers itu ditunda, Rabu (18/6/2025). Menurut Rana, tanggul itu retak.", "id", "2025-06-18", "a")).Occasions);

    [Fact]
    public void A_day_of_the_timeline_points_at_its_occasion()
    {
        StoryLedger story = UtteranceTests.Build(Reader.Analyze(Held, "id", "2025-06-18", "a"));
        Assert.All(story.Timeline, static entry => Assert.Equal(0, entry.Occasion));
    }
}
