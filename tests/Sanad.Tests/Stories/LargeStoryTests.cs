using System.Globalization;
using Sanad.Stories;
using Sanad.Stories.Utterances;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>Stories of hundreds of reports that differ in a name and a number only: what is compared grows with their number, and nothing of what is found is lost.</summary>
public sealed class LargeStoryTests
{
    [Fact]
    public void What_is_compared_of_copies_grows_with_their_number_and_not_with_its_square()
    {
        (int few, int fewPairs) = Compared(300);
        (int many, int manyPairs) = Compared(600);
        Assert.Equal(2 * few, many);
        Assert.InRange(manyPairs, 1, many * UtteranceMatcher.MostCompared);
        Assert.InRange(manyPairs, 1, 5 * fewPairs / 2);
    }

    [Fact]
    public void Of_many_that_share_terms_the_likest_are_kept_and_of_these_the_latest()
    {
        List<SharedTerms.Sharer> found = [new(0, 2), new(7, 1), new(1, 3), new(5, 2), new(3, 2)];
        SharedTerms.KeepMost(found, 3);
        Assert.Equal([1, 3, 5], found.Select(static sharer => sharer.Place).Order());
    }

    [Fact]
    public void Hundreds_of_copies_are_one_group_and_their_statements_one_utterance()
    {
        StoryLedger story = new StoryBuilder(Reader.Languages, Reader.Analyzer.Analyze).Build("story", Reports(300));
        Assert.Contains(story.Copies, static group => group.Members.Count == 300);
        Assert.Equal(1, story.Origins);
        Assert.Contains(story.Utterances, static utterance => utterance.Members.Count == 300);
    }

    private static (int Sayings, int Pairs) Compared(int articles)
    {
        List<Saying> sayings = [.. Reports(articles).SelectMany(static analysis => new StoryArticle(analysis, Reader.Languages).Sayings)];
        return (sayings.Count, UtteranceMatcher.Sharing(sayings).Count());
    }

    private static List<Analysis> Reports(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => Reader.Analyze(string.Create(CultureInfo.InvariantCulture,
            $"Direktur Rana Sulaiman mengatakan haluan tanker menghantam sisi kanan feri sebelum api menjalar ke {20 + (i % 70)} gudang di pelabuhan Wairang, Rabu (18/6/2025). Kepala desa Dewi Hartono menambahkan bahwa {100 + i} warga mengungsi ke balai desa dan menunggu kiriman beras dari kota."),
            "id", "2025-06-18", string.Create(CultureInfo.InvariantCulture, $"s{i:D4}"), string.Create(CultureInfo.InvariantCulture, $"Kabar {i}")))];
}
