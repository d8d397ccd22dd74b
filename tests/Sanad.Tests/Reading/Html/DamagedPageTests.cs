using Sanad.FuzzPages;
using Xunit;

namespace Sanad.Tests.Reading.Html;

/// <summary>Measures processor time, of which other tests at the same time would take their share.</summary>
[CollectionDefinition(nameof(MeasuredTests), DisableParallelization = true)]
public sealed class MeasuredTests;

[Collection(nameof(MeasuredTests))]
public sealed class DamagedPageTests
{
    private const int Seed = 20_260_529;

    /// <summary>Fewer than <c>tools/FuzzPages</c> reads when it is run by hand, of the same making: <c>dotnet run -c Release --project tools/FuzzPages -- FOLDER --seed 20260529 --pages 10000</c>.</summary>
    [Fact]
    public void Damaged_pages_give_neither_crash_nor_hang_nor_disorder()
    {
        var examination = new Examination(Reader.Languages);
        var damage = new PageDamage(new SeedPages(), longest: 1_000_000);
        var findings = new List<string>();
        int articles = 0;
        for (int number = 0; number < 400; number++)
        {
            DamagedPage page = damage.Page(Seed, number);
            Finding? finding = examination.Examine(page, again: number % 8 == 0);
            if (finding?.Kind == "slow") finding = examination.Examine(page, again: false);
            if (examination.HadArticle) articles++;
            if (finding is not null) findings.Add($"page {number} ({page.Damages}): {finding.Detail}");
        }

        Assert.Empty(findings);
        Assert.InRange(articles, 100, 399);
    }

    [Fact]
    public void The_same_seed_damages_the_same_pages()
    {
        DamagedPage one = new PageDamage(new SeedPages(), 100_000).Page(Seed, 7), other = new PageDamage(new SeedPages(), 100_000).Page(Seed, 7);
        Assert.Equal(one.Bytes, other.Bytes);
        Assert.Equal((one.ContentType, one.Url, one.Damages), (other.ContentType, other.Url, other.Damages));
    }

    [Fact]
    public void A_page_is_made_smaller_for_as_long_as_it_shows_what_was_found()
    {
        byte[] page = "<p>satu</p><b>dua</b><p>tiga</p>"u8.ToArray();
        Assert.Equal("<b>"u8.ToArray(), Reduction.Reduce(page, static bytes => bytes.AsSpan().IndexOf("<b>"u8) >= 0));
    }
}
