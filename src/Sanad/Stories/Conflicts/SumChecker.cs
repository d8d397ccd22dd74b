using Sanad.Figures;

namespace Sanad.Stories.Conflicts;

/// <summary>Sets totals against the parts that an article says make them up.</summary>
internal static class SumChecker
{
    public static List<Sum> Check(IReadOnlyList<StoryArticle> articles)
    {
        var sums = new List<Sum>();
        foreach (StoryArticle article in articles)
        {
            foreach (Figure total in article.Analysis.Figures)
            {
                if (!total.IsTotal || total.Bound != Bound.Exact || total.Low is not { } whole) continue;
                double sum = 0;
                bool exact = true;
                var parts = new List<Citation>();
                foreach (Figure part in article.Analysis.Figures)
                {
                    if (part.PartOf != total.Id) continue;
                    exact &= part.Bound == Bound.Exact && part.Low is not null;
                    sum += part.Low ?? 0;
                    parts.Add(article.Cite(part.Span));
                }

                if (exact && parts.Count >= 2) sums.Add(new Sum(article.Source, article.Cite(total.Span), parts, sum == whole, sum - whole));
            }
        }

        return sums;
    }
}
