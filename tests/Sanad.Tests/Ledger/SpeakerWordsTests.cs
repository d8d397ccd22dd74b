using Sanad.Attribution;
using Sanad.Ledger;
using Xunit;

namespace Sanad.Tests.Ledger;

public sealed class SpeakerWordsTests
{
    [Theory]
    [InlineData("en", "id", "\"The bridge is gone,\" officials said on Monday.", "para pejabat", true)]
    [InlineData("en", "en", "\"The bridge is gone,\" officials said on Monday.", "officials", true)]
    [InlineData("en", "id", "\"The bridge is gone,\" residents said on Monday.", "para warga", true)]
    [InlineData("en", "id", "\"The bridge is gone,\" the district disaster agency said on Monday.", "badan penanggulangan bencana daerah", false)]
    [InlineData("en", "id", "Russia said on Monday that the bridge was gone.", "Rusia", false)]
    [InlineData("id", "en", "BPBD mengatakan jembatan itu putus.", "Regional Disaster Mitigation Agency", false)]
    [InlineData("en", "id", "\"The bridge is gone,\" a longtime bridge keeper said on Monday.", "“longtime bridge keeper”", false)]
    [InlineData("en", "id", "\"The bridge is gone,\" Andrew Kobus said on Monday.", "Andrew Kobus", false)]
    [InlineData("id", "en", "\"Jembatan itu putus,\" kata Budi Santoso, Senin.", "Budi Santoso", false)]
    public void A_speaker_is_called_as_the_briefs_language_calls_him(string article, string brief, string text, string name, bool many)
    {
        Analysis analysis = Reader.Sentence(text, article);
        Statement statement = Assert.Single(analysis.Statements);
        var speakers = new SpeakerWords(Reader.Languages, new BriefWords(Reader.Languages[brief]));
        Assert.Equal((name, many), (speakers.Of(analysis, statement), speakers.AreMany(analysis, statement)));
    }

    [Fact]
    public void Several_do_what_one_does_in_the_plural()
    {
        BriefWords english = new(Reader.Languages["en"]), indonesian = new(Reader.Languages["id"]);
        Assert.Equal(("says", "say", "neither confirm nor deny"), (english.Act(Act.Say), english.Act(Act.Say, many: true), english.Act(Act.Neither, many: true)));
        Assert.Equal(indonesian.Act(Act.Say), indonesian.Act(Act.Say, many: true));
        foreach (Act act in Enum.GetValues<Act>()) Assert.NotEqual(english.Act(act), english.Act(act, many: true));
    }
}
