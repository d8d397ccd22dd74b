using System.Globalization;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>A node of a regression tree: a leaf where <see cref="Measure"/> is negative, else a question.</summary>
/// <param name="Cut">Values up to it, it included, go to <paramref name="Low"/>, greater ones to <paramref name="High"/>.</param>
/// <param name="Value">What a leaf adds.</param>
internal readonly record struct TreeNode(int Measure, float Cut, int Low, int High, float Value);

/// <summary>Small regression trees whose leaves are added up.</summary>
internal sealed class TreeEnsemble(IReadOnlyList<TreeNode[]> trees)
{
    /// <summary>All trees in one row, the two nodes that a question leads to side by side: they stay in the processor's nearest memory, and none is a leap that it cannot foretell.</summary>
    private readonly Step[] _steps = [.. Row(trees)];

    private readonly int[] _roots = [.. Roots(trees)];

    public IReadOnlyList<TreeNode[]> Trees => trees;

    /// <summary>
    /// Reads <c>languages/blocktrees.tsv</c>: one node a row, <c>tree TAB node TAB measure TAB cut TAB low TAB high</c> for a question, <c>tree TAB node TAB = TAB value</c> for a leaf.
    /// </summary>
    /// <exception cref="LanguageFileException">The file does not fit the measures.</exception>
    public static TreeEnsemble Load(IReadOnlyList<string> measures)
    {
        var trees = new List<List<TreeNode>>();
        foreach (LanguageRow row in LanguageFile.Rows("", "blocktrees.tsv"))
        {
            int tree = Number(row, 0), node = Number(row, 1);
            if (tree == trees.Count) trees.Add([]);
            if (tree != trees.Count - 1 || node != trees[tree].Count) throw row.Error("is out of order");
            if (row[2] == "=")
            {
                trees[tree].Add(new TreeNode(-1, 0, 0, 0, Value(row, 3)));
                continue;
            }

            int measure = -1;
            for (int i = 0; i < measures.Count; i++)
            {
                if (measures[i] == row[2]) measure = i;
            }

            if (measure < 0) throw row.Error($"no measure '{row[2]}'; learn the trees anew");
            (int low, int high) = (Number(row, 4), Number(row, 5));
            if (low <= node || high <= node) throw row.Error("points back");
            trees[tree].Add(new TreeNode(measure, Value(row, 3), low, high, 0));
        }

        return new TreeEnsemble([.. trees.Select(static tree => tree.ToArray())]);
    }

    public float Sum(ReadOnlySpan<float> measures)
    {
        float sum = 0;
        ReadOnlySpan<Step> steps = _steps;
        foreach (int root in _roots)
        {
            ref readonly Step step = ref steps[root];
            while (step.Measure >= 0) step = ref steps[step.Low + (measures[step.Measure] <= step.Number ? 0 : 1)];
            sum += step.Number;
        }

        return sum;
    }

    private static IEnumerable<int> Roots(IReadOnlyList<TreeNode[]> trees)
    {
        int root = 0;
        foreach (TreeNode[] tree in trees)
        {
            yield return root;
            root += tree.Length;
        }
    }

    private static List<Step> Row(IReadOnlyList<TreeNode[]> trees)
    {
        var row = new List<Step>();
        foreach (TreeNode[] tree in trees)
        {
            var nodes = new List<TreeNode> { tree[0] };
            int first = row.Count;
            for (int i = 0; i < nodes.Count; i++)
            {
                TreeNode node = nodes[i];
                row.Add(new Step(node.Measure < 0 ? node.Value : node.Cut, node.Measure, first + nodes.Count));
                if (node.Measure >= 0) nodes.AddRange([tree[node.Low], tree[node.High]]);
            }
        }

        return row;
    }

    /// <summary>A node as it is walked through.</summary>
    /// <param name="Number">Its cut; of a leaf its value.</param>
    /// <param name="Low">Where the node stands for values up to the cut; the one for greater values follows it.</param>
    private readonly record struct Step(float Number, int Measure, int Low);

    private static int Number(LanguageRow row, int field) =>
        int.TryParse(row[field], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw row.Error($"'{row[field]}' is no number");

    private static float Value(LanguageRow row, int field) =>
        float.TryParse(row.Fields[field], CultureInfo.InvariantCulture, out float value) ? value : throw row.Error($"'{row.Fields[field]}' is no number");
}
