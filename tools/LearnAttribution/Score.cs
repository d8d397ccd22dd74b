using System.Globalization;
using Sanad.Attribution;
using Sanad.Attribution.Learned;
using Sanad.Language;

namespace Sanad.LearnAttribution;

/// <summary>Counts as <c>found</c> what shares half of its words with a labelled content (Dice 0.5), one to one, and as <c>who</c> what also meets its source.</summary>
internal sealed class Score
{
    private int _gold, _found, _predicted, _who, _cue;

    public void Count(LabelledArticle article, List<Tagged> tagged)
    {
        foreach ((int i, int j) in Pairs(article, tagged))
        {
            _found++;
            HashSet<int> source = Words(article.Document, article.Gold[i].Source), named = Words(article.Document, [tagged[j].Source]);
            if (source.Overlaps(named) || (source.Count == 0 && named.Count == 0)) _who++;
        }

        foreach (Gold gold in article.Gold)
        {
            if (tagged.Exists(item => gold.Cue.Exists(range => range.Contains(item.Cue)))) _cue++;
        }

        _gold += article.Gold.Count;
        _predicted += tagged.Count;
    }

    /// <summary>Which of the attributions tagged are right; of several for one label the likeliest.</summary>
    public static HashSet<int> Right(LabelledArticle article, List<Tagged> tagged) => [.. Pairs(article, tagged).Select(static pair => pair.Tagged)];

    private static List<(int Gold, int Tagged)> Pairs(LabelledArticle article, List<Tagged> tagged)
    {
        var pairs = new List<(double Dice, float Chance, int Gold, int Tagged)>();
        List<HashSet<int>> gold = article.Gold.ConvertAll(item => Words(article.Document, item.Content));
        List<HashSet<int>> mine = tagged.ConvertAll(item => Words(article.Document, [item.Left, item.Right, item.Further]));
        for (int i = 0; i < gold.Count; i++)
        {
            for (int j = 0; j < mine.Count; j++)
            {
                int shared = mine[j].Count(gold[i].Contains);
                double dice = 2.0 * shared / (gold[i].Count + mine[j].Count);
                if (dice >= 0.5) pairs.Add((dice, tagged[j].Chance, i, j));
            }
        }

        pairs.Sort(static (a, b) => b.Chance.CompareTo(a.Chance));
        var usedGold = new HashSet<int>();
        var usedMine = new HashSet<int>();
        var found = new List<(int Gold, int Tagged)>();
        foreach ((_, _, int i, int j) in pairs)
        {
            if (usedGold.Contains(i) || usedMine.Contains(j)) continue;
            usedGold.Add(i);
            usedMine.Add(j);
            found.Add((i, j));
        }

        return found;
    }

    public string Print() => string.Create(CultureInfo.InvariantCulture, $"gold {_gold} predicted {_predicted} cues {100.0 * _cue / _gold:F1}  found P {Share(_found, _predicted)} R {Share(_found, _gold)} F1 {F1(_found)}  who F1 {F1(_who)}");

    private string F1(int hits) => (200.0 * hits / (_gold + _predicted)).ToString("F1", CultureInfo.InvariantCulture);

    private static string Share(int hits, int of) => (100.0 * hits / Math.Max(1, of)).ToString("F1", CultureInfo.InvariantCulture);

    private static HashSet<int> Words(Document document, IEnumerable<TokenRange> ranges)
    {
        var words = new HashSet<int>();
        foreach (TokenRange range in ranges)
        {
            for (int i = range.First; i < range.End; i++)
            {
                if (document.Tokens[i].Kind is TokenKind.Word or TokenKind.Number) words.Add(i);
            }
        }

        return words;
    }
}
