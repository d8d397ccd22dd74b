using Sanad.Ledger.Corrections;
using Sanad.Text;
using Xunit;

namespace Sanad.Tests.Ledger.Corrections;

public sealed class CorrectionLogTests
{
    private static readonly CorrectionTarget Words = new(TextHash.Of("text"), "source", new TextSpan(0, 4), "text");

    [Fact]
    public void The_same_correction_has_the_same_id_wherever_it_is_made()
    {
        Assert.Equal(Says(1, Act.Deny).Id, Says(1, Act.Deny).Id);
        Assert.Matches("^[0-9a-f]{12}$", Says(1, Act.Deny).Id);
        Assert.Equal(7, ((string[])[Says(1, Act.Deny).Id, Says(2, Act.Deny).Id, Says(1, Act.Warn).Id, Says(1, Act.Deny, by: "Ben").Id, (Says(1, Act.Deny) with { Reason = "other" }).Id,
            (Says(1, Act.Deny) with { Target = Words with { Span = new TextSpan(0, 3) } }).Id, new SpeakerCorrection("Ana", At(1), "so", Words, "x", null).Id]).Distinct().Count());
    }

    [Fact]
    public void Of_two_that_contradict_the_later_holds_in_whatever_order_they_came()
    {
        ActCorrection first = Says(1, Act.Deny), second = Says(2, Act.Warn, by: "Ben");
        foreach (Correction[] order in (Correction[][])[[first, second], [second, first], [second, first, second]])
        {
            var log = new CorrectionLog(order);
            Assert.Equal([second], log.Holding);
            Assert.Equal((Standing.Overruled, second.Id), (log.All[0].Standing, log.All[0].Through));
        }
    }

    [Fact]
    public void Those_of_other_things_hold_beside_each_other()
    {
        Correction[] both = [Says(1, Act.Deny), new SpeakerCorrection("Ana", At(2), "so", Words, "Rana", null)];
        Assert.Equal(both, new CorrectionLog(both).Holding);
    }

    [Fact]
    public void What_is_undone_holds_no_longer_and_what_it_overruled_holds_again()
    {
        ActCorrection first = Says(1, Act.Deny), second = Says(2, Act.Warn);
        var undoing = new Undoing("Ana", At(3), "so", second.Id);
        var log = new CorrectionLog([first, second, undoing]);
        Assert.Equal([first], log.Holding);
        Assert.Equal([Standing.Holds, Standing.Undone, Standing.Holds], log.All.Select(static logged => logged.Standing));
        Assert.Equal([second], new CorrectionLog([first, second, undoing, new Undoing("Ana", At(4), "so", undoing.Id)]).Holding);
    }

    [Fact]
    public void An_undoing_that_claims_to_be_older_counts_for_nothing()
    {
        ActCorrection correction = Says(5, Act.Deny);
        Assert.Equal([correction], new CorrectionLog([correction, new Undoing("Ana", At(4), "so", correction.Id)]).Holding);
    }

    [Fact]
    public void A_correction_is_found_by_the_beginning_of_its_id_where_no_other_has_it()
    {
        ActCorrection correction = Says(1, Act.Deny);
        var log = new CorrectionLog([correction, .. Enumerable.Range(2, 40).Select(static second => Says(second, Act.Deny))]);
        Assert.Equal(correction, log.Find(correction.Id.ToUpperInvariant())!.Correction);
        Assert.Equal(correction, log.Find(correction.Id[..8])!.Correction);
        Assert.Null(log.Find(""));
        Assert.Null(log.Find("zz"));
        Assert.Null(log.Find(log.All.GroupBy(static logged => logged.Correction.Id[..1]).First(static group => group.Count() > 1).Key));
    }

    [Fact]
    public void The_report_counts_what_holds_by_kind_and_rule()
    {
        ActCorrection undone = Says(9, Act.Deny) with { Target = Words with { Span = new TextSpan(7, 9) }, FoundBy = "passive" };
        var log = new CorrectionLog(
        [
            Says(1, Act.Deny) with { FoundBy = "passive" }, Says(2, Act.Deny) with { FoundBy = "headline", Target = Words with { Span = new TextSpan(5, 6) } },
            Says(3, Act.Deny) with { FoundBy = "headline", Target = Words with { Span = new TextSpan(6, 7) } }, undone, new Undoing("Ana", At(10), "so", undone.Id),
        ]);
        Assert.Equal([("act", "headline", 2), ("act", "passive", 1)], CorrectionReport.Of(log).Select(static rule => (rule.Kind, rule.FoundBy, rule.Count)));
    }

    private static ActCorrection Says(int second, Act act, string by = "Ana") => new(by, At(second), "so", Words, act);

    private static DateTimeOffset At(int second) => new(2025, 3, 11, 12, 0, second, TimeSpan.Zero);
}
