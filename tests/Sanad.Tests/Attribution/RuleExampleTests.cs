using Sanad.Attribution;
using Sanad.Attribution.Rules;
using Xunit;

namespace Sanad.Tests.Attribution;

public sealed class RuleExampleTests
{
    [Theory, LanguageExamples("rules.tsv")]
    public void Each_example_is_found_by_its_rule(string language, string[] row)
    {
        if (row[1] == "-") return;
        Analysis analysis = Reader.Analyze(row[1].Replace(" / ", "\n\n", StringComparison.Ordinal), language, "2025-06-18");
        Statement statement = Assert.Single(analysis.Statements, statement => statement.FoundBy == row[0]);
        Assert.Equal<string>(row[2..], [statement.Speaker.Name ?? "", analysis.ContentOf(statement)]);
    }

    [Fact]
    public void Each_rule_has_an_example_of_its_own_in_every_language()
    {
        foreach (string language in (string[])["id", "en"])
        {
            string[] shown = [.. File.ReadLines(Path.Combine(Checkout.Root, "languages", language, "examples", "rules.tsv")).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')[0]).Distinct()];
            Assert.Equal(AttributionRule.All.Select(static rule => rule.Name).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
    }
}
