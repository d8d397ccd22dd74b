using System.Globalization;
using Sanad.Attribution;
using Sanad.Figures;
using Xunit;

namespace Sanad.Tests;

public sealed class ExampleTests
{
    [Theory, LanguageExamples("times.tsv")]
    public void Reads_the_time_of_each_example(string language, string[] row)
    {
        Analysis analysis = Reader.Sentence(row[0], language, "2025-06-18");
        Assert.Equal(row[1], analysis.Times.Count > 0 ? analysis.Times[0].Value.ToIso() : "-");
    }

    [Theory, LanguageExamples("numbers.tsv")]
    public void Reads_the_number_of_each_example(string language, string[] row)
    {
        Analysis analysis = Reader.Sentence(row[0], language, "2025-06-18");
        Assert.Equal(string.Join('\t', row[1..]), analysis.Figures.Count > 0 ? Range(analysis.Figures[0]) + "\t" + (analysis.Figures[0].Unit ?? "-") : "-");
    }

    [Theory, LanguageExamples("figures.tsv")]
    public void Reads_the_figure_of_each_example(string language, string[] row)
    {
        Analysis analysis = Reader.Sentence(row[0], language, "2025-06-18");
        Assert.Equal(row[1], analysis.Figures.Count > 0 ? Print(analysis.Figures[0], row[1].Count(' ') > 1) : "-");
    }

    [Theory, LanguageExamples("statements.tsv")]
    public void Reads_the_statement_of_each_example(string language, string[] row)
    {
        Analysis analysis = Reader.Sentence(row[0], language, "2025-06-18");
        if (row[1] == "-")
        {
            Assert.Empty(analysis.Statements);
            return;
        }

        Statement statement = Assert.Single(analysis.Statements, statement => statement.Inside is null);
        string[] read = [statement.Speaker.Name ?? "", statement.Kind.ToString().ToLowerInvariant(), statement.Act.ToString().ToLowerInvariant(), analysis.ContentOf(statement)];
        Assert.Equal<string>(row[1..], read);
    }

    [Theory, LanguageExamples("credits.tsv")]
    public void Reads_the_credits_of_each_example(string language, string[] row)
    {
        Analysis analysis = Reader.Sentence(row[0], language, "2025-06-18");
        Assert.Equal<string>(row[1] == "-" ? [] : row[1].Split('|'), analysis.Credits.Select(credit => credit.Name));
    }

    private static string Print(Figure figure, bool what)
    {
        string bound = string.Concat(figure.Bound.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
        string text = Range(figure) + " " + bound;
        return what ? text + " " + figure.What : text;
    }

    private static string Range(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Low}..{figure.High}");
}
