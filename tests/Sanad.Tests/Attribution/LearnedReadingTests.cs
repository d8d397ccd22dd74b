using Sanad.Attribution;
using Xunit;

namespace Sanad.Tests.Attribution;

public sealed class LearnedReadingTests
{
    [Fact]
    public void A_quotation_that_goes_on_behind_the_speaker_is_one_statement()
    {
        Analysis analysis = Reader.Sentence("“The water rose fast,” Mayor Tomas Beliu said. “We had no time to leave.”", "en");
        Statement statement = Assert.Single(analysis.Statements);
        Assert.Equal(StatementKind.Direct, statement.Kind);
        Assert.Equal(["The water rose fast", "We had no time to leave."], statement.Content.Select(span => span.Of(analysis.Article.Text).ToString()));
    }

    [Fact]
    public void What_weights_judged_carries_a_chance_and_what_rules_alone_found_none()
    {
        Assert.All(Reader.Sentence("Critics fear the new dam will flood their fields.", "en").Statements, static statement => Assert.InRange(statement.Chance!.Value, 0.1f, 1f));
        Assert.All(Reader.Sentence("Bupati Tomas Beliu mengatakan bahwa jalan itu dibuka.", "id").Statements, static statement => Assert.Null(statement.Chance));
    }

    [Theory]
    [InlineData("Wairang Flood Toll Revised", 0)]
    [InlineData("Mayor Vows to Rebuild Sowa Bridge", 1)]
    public void A_headline_needs_a_word_of_reporting_or_a_sure_reading(string title, int statements) =>
        Assert.Equal(statements, Reader.Analyze(title + "\n\nThe river rose again on Monday.", "en").Statements.Count(static statement => statement.Headline));

    [Fact]
    public void A_relative_pronoun_speaks_for_whoever_stands_before_it()
    {
        Statement statement = Assert.Single(Reader.Sentence("Mayor Tomas Beliu, who called the plan “a gift to the rich,” left before the vote.", "en").Statements);
        Assert.Equal("Tomas Beliu", statement.Speaker.Name);
    }

    [Fact]
    public void What_a_relative_clause_tells_ends_where_the_sentence_goes_on()
    {
        Analysis analysis = Reader.Sentence("The ferry's operator, which had first said that no one on board was unlisted, admitted on Saturday that 56 people were missing.", "en");
        Assert.Equal(["no one on board was unlisted", "56 people were missing"], Contents(analysis));
    }

    [Fact]
    public void Behind_a_semicolon_another_speaks()
    {
        Analysis analysis = Reader.Sentence("The union says its crew took on board 19 people; the ministry says the navy took the others.", "en");
        Assert.Equal(["its crew took on board 19 people", "the navy took the others"], Contents(analysis));
    }

    [Fact]
    public void Who_stands_behind_a_semicolon_with_a_word_of_explanation_is_who_speaks_there()
    {
        Analysis analysis = Reader.Sentence("Veldane Tankers says the ship was hit; Basarnas, the search agency, says it ran aground.", "en");
        Assert.Equal(["Veldane Tankers", "Basarnas"], analysis.Statements.Select(static statement => statement.Speaker.Name));
    }

    [Fact]
    public void A_quotation_over_several_paragraphs_is_one_persons_though_only_the_last_has_a_closing_mark()
    {
        Analysis analysis = Reader.Sentence("Mayor Tomas Beliu said the road was open.\n\n“The water rose fast. We had no time to leave.\n\n“Nobody came to help us.”", "en");
        Assert.All(analysis.Statements, static statement => Assert.Equal("Tomas Beliu", statement.Speaker.Name));
        Assert.Equal(["the road was open", "The water rose fast … We had no time to leave.", "Nobody came to help us."], Contents(analysis));
        Assert.Equal([StatementKind.Indirect, StatementKind.Direct, StatementKind.Direct], analysis.Statements.Select(static statement => statement.Kind));
    }

    [Fact]
    public void A_quotation_that_names_nobody_points_at_the_words_that_named_its_speaker()
    {
        Analysis analysis = Reader.Sentence("Mayor Tomas Beliu said the road was open.\n\n“We have been clearing the mud since dawn.”", "en");
        Assert.Equal(["Mayor Tomas Beliu", "Mayor Tomas Beliu"], analysis.Statements.Select(statement => statement.Speaker.Span!.Value.Of(analysis.Article.Text).ToString()));
    }

    [Fact]
    public void A_rating_reports_only_where_its_object_gets_a_number()
    {
        Assert.Single(Reader.Sentence("Mayor Tomas Beliu put the distance between the ships at less than 500 meters.", "en").Statements);
        Assert.Empty(Reader.Sentence("Mayor Tomas Beliu put the boat at the pier.", "en").Statements);
    }

    [Fact]
    public void A_paragraph_put_before_the_others_changes_nothing_of_what_they_say()
    {
        const string Text = "Critics fear the new dam will flood their fields. “The water rose fast,” Mayor Tomas Beliu said.";
        string[] alone = Contents(Reader.Sentence(Text, "en")), behind = Contents(Reader.Sentence("The road was open.\n\n" + Text, "en"));
        Assert.NotEmpty(alone);
        Assert.Equal(alone, behind);
    }

    private static string[] Contents(Analysis analysis) => [.. analysis.Statements.Select(analysis.ContentOf)];
}
