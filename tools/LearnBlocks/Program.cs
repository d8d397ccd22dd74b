using System.Globalization;
using Sanad.Language;
using Sanad.LearnBlocks;
using Sanad.Reading.Html;

if (args is ["--judge", var judged])
{
    Judge.Print(judged);
    return 0;
}

if (args.Length < 2)
{
    Console.Error.WriteLine("""
        Learns what tells a page's article from the rest of the page.

        usage: dotnet run -c Release --project tools/LearnBlocks -- LANGUAGES FOLDER... [--show NAME]
               dotnet run -c Release --project tools/LearnBlocks -- --judge PAGE.html[.gz]

        LANGUAGES    where blocks.tsv and blocktrees.tsv are written, as learned from all pages: languages
        FOLDER       labelled pages: truth.json ({"NAME": {"articleBody": "..."}}) and html/NAME.html[.gz]
        --show NAME  prints that page's blocks with their labels and cross-validated chances, and writes nothing; "all" for what went wrong on every page
        --judge      prints how the weights that the program has judge each block of a page

        Prints the scores of five-fold cross-validation, whole pages left out.
        """);
    return 2;
}

int show = Array.IndexOf(args, "--show");
string? shown = show >= 0 ? args[show + 1] : null;
string[] folders = show >= 0 ? args[1..show] : args[1..];
var parser = new PageParser();
var words = new PageWords();
var features = new BlockFeatures(parser.Hints, words, [.. LanguageSet.Load().All.Select(static pack => pack.Furniture)]);
List<LabelledPage> pages = [.. folders.SelectMany(folder => LabelledPage.Read(folder, parser))];
var course = new Course(features, pages, words);
course.Validate(shown);
if (shown is null) course.Write(args[0], string.Join(", ", folders.Select(static folder => Path.GetFileName(folder.TrimEnd('/')))));
return 0;

/// <summary>Learning from pages, and trying out what was learned on pages that had no part in it.</summary>
internal sealed class Course(BlockFeatures features, List<LabelledPage> pages, PageWords words)
{
    private const int Folds = 5;

    private static readonly TreeSettings Settings = new(Trees: 120, Depth: 3, Rate: 0.1f, Penalty: 4, LeastCurvature: 1, LeastGain: 0.01f, Shares: 3);

    public void Validate(string? shown)
    {
        double precision = 0, recall = 0, same = 0, hits = 0, count = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            BlockModel model = Learn([.. pages.Where((_, i) => i % Folds != fold)]);
            foreach (LabelledPage page in pages.Where((_, i) => i % Folds == fold))
            {
                float[] chances = model.Chances(page.Page, page.Statistics);
                (double p, double r, bool all) = page.Score(page.TextOf(BlockChooser.Choose(page.Page, chances, words)));
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
        (double bestPrecision, double bestRecall, double bestSame) = (0, 0, 0);
        foreach (LabelledPage page in pages)
        {
            (double p, double r, bool all) = page.Score(page.TextOf(BlockChooser.Choose(page.Page, [.. page.Labels.Select(static label => label ? 1f : 0f)], words)));
            bestPrecision += p / pages.Count;
            bestRecall += r / pages.Count;
            bestSame += all ? 1.0 / pages.Count : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with blocks as labelled: F1 {2 * bestPrecision * bestRecall / (bestPrecision + bestRecall):F4}  P {bestPrecision:F4}  R {bestRecall:F4}  accuracy {bestSame:F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages.Count} pages, {count} blocks: blocks right {hits / count:P2}; F1 {2 * precision * recall / (precision + recall):F4}  P {precision:F4}  R {recall:F4}  accuracy {same / pages.Count:F3}"));
    }

    public void Write(string folder, string from)
    {
        (float[] weights, TreeEnsemble trees) = Weights(pages);
        string head = $"# Learned by tools/LearnBlocks from {pages.Count} labelled pages ({from}); not written by hand.";
        using (var writer = new StreamWriter(Path.Combine(folder, "blocks.tsv")))
        {
            writer.WriteLine("# What each sign of a block of a page is worth: feature TAB weight (see src/Sanad/Reading/Html/BlockModel.cs).");
            writer.WriteLine(head);
            for (int i = 0; i < weights.Length; i++)
            {
                string weight = weights[i].ToString("F3", CultureInfo.InvariantCulture);
                if (weight is not ("0.000" or "-0.000")) writer.WriteLine($"{features.NameOf(i)}\t{weight}");
            }
        }

        using (var writer = new StreamWriter(Path.Combine(folder, "blocktrees.tsv")))
        {
            writer.WriteLine("# Trees over what the first round made of a page: tree TAB node TAB measure TAB cut TAB low TAB high, or tree TAB node TAB = TAB value (see src/Sanad/Reading/Html/TreeEnsemble.cs).");
            writer.WriteLine(head);
            for (int tree = 0; tree < trees.Trees.Count; tree++)
            {
                for (int node = 0; node < trees.Trees[tree].Length; node++)
                {
                    TreeNode one = trees.Trees[tree][node];
                    writer.WriteLine(one.Measure < 0
                        ? string.Create(CultureInfo.InvariantCulture, $"{tree}\t{node}\t=\t{one.Value:F4}")
                        : string.Create(CultureInfo.InvariantCulture, $"{tree}\t{node}\t{BlockMeasures.Names[one.Measure]}\t{one.Cut:0.####}\t{one.Low}\t{one.High}"));
                }
            }
        }
    }

    private BlockModel Learn(List<LabelledPage> from)
    {
        (float[] weights, TreeEnsemble trees) = Weights(from);
        return new BlockModel(features, weights, trees);
    }

    /// <summary>The trees learn from first verdicts on pages that the first round did not learn from, as they will meet them.</summary>
    private (float[] Weights, TreeEnsemble Trees) Weights(List<LabelledPage> from)
    {
        var later = new List<MeasuredSample>();
        for (int fold = 0; fold < Folds; fold++)
        {
            float[] weights = Learner.Learn([.. from.Where((_, i) => i % Folds != fold).SelectMany(Samples)], features.Count);
            foreach (LabelledPage page in from.Where((_, i) => i % Folds == fold)) later.AddRange(MeasuredSamples(page, weights));
        }

        return (Learner.Learn([.. from.SelectMany(Samples)], features.Count), TreeLearner.Learn(later, Settings));
    }

    private IEnumerable<Sample> Samples(LabelledPage page) => Enumerable.Range(0, page.Labels.Length).Select(i => new Sample(Active(page, i), page.Labels[i], WeightOf(page, i)));

    private static float Sum(int[] active, float[] weights)
    {
        float sum = 0;
        foreach (int feature in active) sum += weights[feature];
        return sum;
    }

    private List<MeasuredSample> MeasuredSamples(LabelledPage page, float[] weights)
    {
        var samples = new List<MeasuredSample>();
        var verdict = new FirstVerdict(page.Page, [.. Enumerable.Range(0, page.Labels.Length).Select(i => BlockModel.Logistic(Sum(Active(page, i), weights)))]);
        for (int i = 0; i < page.Labels.Length; i++)
        {
            if (verdict.IsSettled(i)) continue;
            float[] measures = new float[BlockMeasures.Count];
            BlockMeasures.Measure(page.Page, page.Statistics, verdict, i, measures);
            samples.Add(new MeasuredSample(measures, BlockModel.Kept * verdict.SumOf(i), page.Labels[i], WeightOf(page, i)));
        }

        return samples;
    }

    private int[] Active(LabelledPage page, int block)
    {
        var active = new ActiveFeatures(stackalloc int[BlockFeatures.Most]);
        features.Find(page.Page, page.Statistics, block, ref active);
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
