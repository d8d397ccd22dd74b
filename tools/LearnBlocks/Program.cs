using System.Globalization;
using Sanad.Language;
using Sanad.LearnBlocks;
using Sanad.Reading.Html;

if (args.Length < 2)
{
    Console.Error.WriteLine("""
        Learns what tells a page's article from the rest of the page.

        usage: dotnet run -c Release --project tools/LearnBlocks -- WEIGHTS.tsv FOLDER... [--show NAME]

        WEIGHTS.tsv  written with the weights learned from all pages: languages/blocks.tsv
        FOLDER       labelled pages: truth.json ({"NAME": {"articleBody": "..."}}) and html/NAME.html[.gz]
        --show NAME  prints that page's blocks with their labels and cross-validated chances, and writes nothing

        Prints the scores of five-fold cross-validation, whole pages left out.
        """);
    return 2;
}

int show = Array.IndexOf(args, "--show");
string? shown = show >= 0 ? args[show + 1] : null;
string[] folders = show >= 0 ? args[1..show] : args[1..];
var parser = new PageParser();
var features = new BlockFeatures(parser.Hints, new PageWords(), [.. LanguageSet.Load().All.Select(static pack => pack.Furniture)]);
List<LabelledPage> pages = [.. folders.SelectMany(folder => LabelledPage.Read(folder, parser))];
var course = new Course(features, pages);
course.Validate(shown);
if (shown is null) course.Write(args[0], string.Join(", ", folders.Select(static folder => Path.GetFileName(folder.TrimEnd('/')))));
return 0;

/// <summary>Learning from pages, and trying out what was learned on pages that had no part in it.</summary>
internal sealed class Course(BlockFeatures features, List<LabelledPage> pages)
{
    private const int Folds = 5;

    public void Validate(string? shown)
    {
        double precision = 0, recall = 0, same = 0, hits = 0, count = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            BlockModel model = Learn([.. pages.Where((_, i) => i % Folds != fold)]);
            foreach (LabelledPage page in pages.Where((_, i) => i % Folds == fold))
            {
                float[] chances = model.Chances(page.Page);
                string text = string.Join('\n', Enumerable.Range(0, chances.Length).Where(i => chances[i] >= 0.5f).Select(i => page.Page.TextOf(i).ToString()));
                (double p, double r, bool all) = page.Score(text);
                precision += p;
                recall += r;
                same += all ? 1 : 0;
                for (int i = 0; i < chances.Length; i++) hits += chances[i] >= 0.5f == page.Labels[i] ? 1 : 0;
                count += chances.Length;
                if (shown == page.Name || shown == "all") Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Name}: P {p:F3} R {r:F3} {(all ? "same" : "")}"));
                if (shown == page.Name || (shown == "all" && !all)) Show(page, chances, all: shown == page.Name);
            }
        }

        precision /= pages.Count;
        recall /= pages.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages.Count} pages, {count} blocks: blocks right {hits / count:P2}; F1 {2 * precision * recall / (precision + recall):F4}  P {precision:F4}  R {recall:F4}  accuracy {same / pages.Count:F3}"));
    }

    public void Write(string path, string from)
    {
        (float[] first, float[] second) = Weights(pages);
        using var writer = new StreamWriter(path);
        writer.WriteLine("# What each feature of a block of a page is worth: round TAB feature TAB weight (see src/Sanad/Reading/Html/BlockModel.cs).");
        writer.WriteLine($"# Learned by tools/LearnBlocks from {pages.Count} labelled pages ({from}); not written by hand.");
        Print(writer, "1", first);
        Print(writer, "2", second);
    }

    private void Print(StreamWriter writer, string round, float[] weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            string weight = weights[i].ToString("F3", CultureInfo.InvariantCulture);
            if (weight is not ("0.000" or "-0.000")) writer.WriteLine($"{round}\t{features.NameOf(i)}\t{weight}");
        }
    }

    private BlockModel Learn(List<LabelledPage> from)
    {
        (float[] first, float[] second) = Weights(from);
        return new BlockModel(features, first, second);
    }

    /// <summary>The second round learns from first verdicts on pages that the first did not learn from, as it will meet them.</summary>
    private (float[] First, float[] Second) Weights(List<LabelledPage> from)
    {
        var later = new List<Sample>();
        for (int fold = 0; fold < Folds; fold++)
        {
            float[] weights = Learner.Learn([.. from.Where((_, i) => i % Folds != fold).SelectMany(FirstSamples)], features.Count);
            foreach (LabelledPage page in from.Where((_, i) => i % Folds == fold)) later.AddRange(SecondSamples(page, weights));
        }

        return (Learner.Learn([.. from.SelectMany(FirstSamples)], features.Count), Learner.Learn(later, features.Count));
    }

    private IEnumerable<Sample> FirstSamples(LabelledPage page) => Enumerable.Range(0, page.Labels.Length).Select(i => new Sample(First(page, i), page.Labels[i], WeightOf(page, i)));

    private List<Sample> SecondSamples(LabelledPage page, float[] first)
    {
        var samples = new List<Sample>();
        int[][] known = [.. Enumerable.Range(0, page.Labels.Length).Select(i => First(page, i))];
        var verdict = new FirstVerdict(page.Page, [.. known.Select(active => BlockModel.Logistic(active.Sum(feature => first[feature])))]);
        Span<int> room = stackalloc int[BlockFeatures.Most];
        for (int i = 0; i < known.Length; i++)
        {
            var active = new ActiveFeatures(room);
            features.SecondRound(page.Page, verdict, i, ref active);
            samples.Add(new Sample([.. known[i], .. active.Numbers], page.Labels[i], WeightOf(page, i)));
        }

        return samples;
    }

    private int[] First(LabelledPage page, int block)
    {
        var active = new ActiveFeatures(stackalloc int[BlockFeatures.Most]);
        features.FirstRound(page.Page, page.Statistics, block, ref active);
        return active.Numbers.ToArray();
    }

    /// <summary>A long block costs more when it is wrong, and a page of many blocks is still one page.</summary>
    private static float WeightOf(LabelledPage page, int block) => MathF.Sqrt(page.Page.Blocks[block].Words + 1) / MathF.Sqrt(MathF.Max(50, page.Labels.Length)) * 3;

    private void Show(LabelledPage page, float[] chances, bool all)
    {
        for (int i = 0; i < chances.Length; i++)
        {
            bool wrong = chances[i] >= 0.5f != page.Labels[i];
            if (!all && !wrong) continue;
            Block block = page.Page.Blocks[i];
            string text = page.Page.TextOf(i).ToString().Replace('\n', '/');
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(wrong ? "!!" : "  ")} {(page.Labels[i] ? '+' : '-')} {chances[i]:F2} {block.Role,-10} {(text.Length > 130 ? text[..130] + "…" : text)}"));
        }
    }
}
