using Sanad.Attribution;
using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>Who "the operator" is, in stories of a few sentences.</summary>
public sealed class StoryRolesTests
{
    private const string Named = "The ferry sank on Monday. Its operator, PT Wairang Bahari, said in a statement that it would pay the hospital bills.";
    private const string Unnamed = "The ferry's operator admitted on Saturday that 56 people were missing from its manifest.";

    [Fact]
    public void The_operator_is_the_body_that_a_sibling_names_beside_the_part_it_plays()
    {
        StoryLedger story = UtteranceTests.Build(Reader.Analyze(Named, "en", "2025-06-17", "a", "Arga Times"), Reader.Analyze(Unnamed, "en", "2025-06-23", "b", "Wairang Post"));
        Assert.Equal("PT Wairang Bahari", SpeakerIn(story, "b").Name);
    }

    [Fact]
    public void An_operator_is_some_operator()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze(Named, "en", "2025-06-17", "a", "Arga Times"),
            Reader.Analyze(Unnamed.Replace("The ferry's operator", "An operator", StringComparison.Ordinal), "en", "2025-06-23", "b", "Wairang Post"));
        Assert.NotEqual("PT Wairang Bahari", SpeakerIn(story, "b").Name);
    }

    [Fact]
    public void Where_two_bodies_play_the_part_nobody_is_taken()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze(Named, "en", "2025-06-17", "a", "Arga Times"),
            Reader.Analyze(Named.Replace("Wairang Bahari", "Lereh Samudra", StringComparison.Ordinal), "en", "2025-06-17", "c", "Arga Post"),
            Reader.Analyze(Unnamed, "en", "2025-06-23", "b", "Wairang Post"));
        Assert.Equal("ferry's operator", SpeakerIn(story, "b").Name);
    }

    private static Speaker SpeakerIn(StoryLedger story, string source) => story.Articles.Single(analysis => analysis.Article.Source == source).Statements[0].Speaker;
}
