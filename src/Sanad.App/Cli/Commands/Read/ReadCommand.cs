using System.CommandLine;
using System.Text.Json;
using Sanad.App.Input;
using Sanad.App.Json;
using Sanad.App.Pipeline;
using Sanad.Language;

namespace Sanad.App.Cli.Commands.Read;

/// <summary><c>sanad read</c>: analyses and prints; keeps nothing.</summary>
internal static class ReadCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> inputs = Options.Inputs();
        Option<string> format = Options.Format("text", "json");
        Option<string?> language = Options.Language();
        Option<int> jobs = Options.Jobs();
        var command = new ExampleCommand("read", "Analyse articles and print what was found; keeps nothing.",
            "sanad read samples", "sanad read --format json articles.jsonl > analyses.jsonl", "echo 'Presiden membantah kabar itu, Senin (4/11/2024).' | sanad read -")
        {
            inputs, format, language, jobs,
        };
        command.SetAction(parsed =>
        {
            LanguageSet languages = LanguageSet.Load();
            if (Languages.Unknown(languages, parsed.GetValue(language)) is { } wrong)
            {
                surroundings.Complaints.Remark("usage", wrong);
                return ExitCode.WrongUsage;
            }

            var pipeline = new ArticlePipeline(languages, surroundings.Complaints) { Jobs = parsed.GetValue(jobs), Language = parsed.GetValue(language) };
            IEnumerable<ArticleResult> results = pipeline.Run(InputReader.Read(parsed.GetValue(inputs)!), borrow: true, surroundings.Stop.Token);
            if (parsed.GetValue(format) == "json") PrintJson(results, surroundings.Output);
            else PrintText(results, surroundings.Output);
            return surroundings.ExitCode;
        });
        return command;
    }

    private static void PrintJson(IEnumerable<ArticleResult> results, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        foreach (ArticleResult result in results)
        {
            AnalysisJson.Write(json, result.Analysis!);
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private static void PrintText(IEnumerable<ArticleResult> results, StandardOutput output)
    {
        using var page = new Page(output);
        bool first = true;
        foreach (ArticleResult result in results)
        {
            if (!first) page.Line("");
            AnalysisPage.Print(page, result.Analysis!);
            first = false;
        }
    }
}
