using System.Text.Json;
using Sanad.Ledger;
using Sanad.Reading.Plain;
using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>The articles of <c>samples/</c> and what the ledger must hold of them (<c>ledger.json</c>).</summary>
public sealed class SampleStoryTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "samples", "tanggul-lereh");
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "ledger.json"))).RootElement;
    private static readonly StoryLedger Story = Build(static analyses => analyses);

    [Fact]
    public void All_articles_are_one_story()
    {
        var index = new MemoryStoryIndex();
        long stories = 0;
        foreach (Analysis analysis in Analyses())
        {
            StoryFeatures features = StoryFeatures.Of(analysis, Reader.Languages);
            long story = new StoryMatcher(index).Match(features).Story ?? ++stories;
            index.Add(story, features);
        }

        Assert.Equal(1, stories);
    }

    [Fact]
    public void Each_figure_stands_on_its_line()
    {
        foreach (JsonElement point in Expected.GetProperty("figures").EnumerateArray())
        {
            string source = Text(point, "source"), words = Text(point, "words");
            Assert.Contains(Story.FigureLines, line => line.What.Contains(Text(point, "what"), StringComparison.OrdinalIgnoreCase)
                && line.Points.Any(found => Stem(found.Source) == source && found.Citation.Quote == words && (found.Low ?? found.High) == point.GetProperty("value").GetDouble() && found.On?.ToIso() == Text(point, "on")));
        }
    }

    [Fact]
    public void Each_statement_is_found_with_its_speaker()
    {
        foreach (JsonElement statement in Expected.GetProperty("statements").EnumerateArray())
        {
            Analysis article = Story.Articles.Single(analysis => Stem(analysis.Article.Source) == Text(statement, "source"));
            Assert.Contains(article.Statements, found => found.Speaker.Name == Text(statement, "speaker") && article.ContentOf(found) == Text(statement, "content")
                && found.Act.ToString().Equals(Text(statement, "act"), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void The_company_moves_from_denying_to_admitting()
    {
        Position position = Assert.Single(Story.Positions, position => position.Party == "PT Besi Lereh Raya" && position.Moves.Select(move => move.Act).Distinct().Count() > 1);
        Assert.Equal(Act.Deny, position.Moves[0].Act);
        Assert.Equal(Act.Confirm, position.Moves[^1].Act);
    }

    [Fact]
    public void The_undated_article_borrows_its_day()
    {
        ArticleDate date = Assert.Single(Story.Dates, date => date.Published is null);
        Assert.Equal("id-kabarlereh-nodate-direktur", Stem(date.Source));
        Assert.StartsWith("2025-03-13", date.Inferred!.Value, StringComparison.Ordinal);
        Assert.Contains(date.Times, time => time is { Text: "Kamis", Value: "2025-03-13" });
    }

    [Fact]
    public void The_wire_copy_is_seen_and_the_total_that_does_not_add_up()
    {
        CopyGroup copy = Assert.Single(Story.Copies);
        Assert.Equal(CopyKind.SameWire, copy.Kind);
        Assert.Equal(["id-kabarlereh-20250312-korban", "id-mediasowa-20250312-mandor"], copy.Members.Select(Stem).Order(StringComparer.Ordinal));
        Sum sum = Assert.Single(Story.Sums, sum => !sum.AddsUp);
        Assert.Equal(-10, sum.Difference);
    }

    [Fact]
    public void One_utterance_is_recognised_in_both_languages() =>
        Assert.Contains(Story.Utterances, utterance => utterance.Members.Any(member => member.Text == "Semua sensor hijau pada Minggu malam") && utterance.Members.Any(member => member.Text == "Every sensor was green on Sunday night"));

    [Fact]
    public void The_ledger_is_the_same_in_whatever_order_the_articles_come()
    {
        StoryLedger other = Build(static analyses => analyses.Reverse());
        Assert.Equal(Print(Story), Print(other));
    }

    [Fact]
    public void Every_line_of_the_brief_is_borne_out_and_none_is_dropped()
    {
        Brief brief = new BriefWriter(Reader.Languages).Write(Story, Reader.Languages["id"]);
        Assert.NotEmpty(brief.Lines);
        Assert.Empty(brief.Dropped);
        var words = new BriefWords(Reader.Languages["id"]);
        var check = new BriefCheck(Story.Articles, words, new SpeakerWords(Reader.Languages, words));
        Assert.All(brief.Lines, line => Assert.Null(check.Check(line)));
    }

    [Fact]
    public void Two_bodies_that_were_counted_twice_revise_no_toll() =>
        Assert.DoesNotContain(Story.FigureLines.SelectMany(static line => line.Points), static point => point.Low == 2 && point.Revises is not null);

    [Fact]
    public void A_brief_cites_sentences_and_not_bare_numbers()
    {
        Brief brief = new BriefWriter(Reader.Languages).Write(Story, Reader.Languages["id"]);
        Assert.All(brief.Lines.SelectMany(static line => line.Citations), static citation => Assert.True(citation.Quote.Split(' ').Length >= 4, citation.Quote));
    }

    private static StoryLedger Build(Func<IEnumerable<Analysis>, IEnumerable<Analysis>> order) =>
        new StoryBuilder(Reader.Languages, Reader.Analyzer.Analyze).Build("1", [.. order(Analyses())]);

    private static IEnumerable<Analysis> Analyses()
    {
        foreach (string path in Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            JsonElement meta = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".meta.json"))).RootElement;
            var metadata = new Metadata { Outlet = meta.GetProperty("outlet").GetString(), Url = meta.GetProperty("url").GetString(), Published = meta.GetProperty("published").GetString(), Language = meta.GetProperty("language").GetString() };
            yield return Reader.Analyzer.Analyze(new PlainReader(Reader.Languages).Read(path, File.ReadAllText(path), metadata));
        }
    }

    private static string Print(StoryLedger story) => string.Join('\n',
        story.FigureLines.Select(line => line.What + string.Join(',', line.Points.Select(point => $"{point.On} {point.By} {point.Low} {point.Source} {point.Revises}")))
            .Concat(story.Utterances.Select(utterance => string.Join('|', utterance.Members.Select(member => member.Source + member.Statement))))
            .Concat(story.Positions.Select(position => position.Party + position.About + position.Moves.Count)));

    private static string Stem(string source) => Path.GetFileNameWithoutExtension(source);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
