using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Stories.Utterances;

namespace Sanad.Stories.Copies;

/// <summary>What a copy lost on the way from its origin: hedges, numbers, sides taken, who said it.</summary>
internal static class CopyLosses
{
    public static void Find(StoryArticle origin, StoryArticle copy, CopyKind kind, Lazy<TermWeights> weights, List<Loss> lost)
    {
        Hedges(origin, copy, lost);
        for (int i = 0; i < origin.Wordings.Count; i++)
        {
            for (int j = 0; j < copy.Wordings.Count; j++)
            {
                Statement one = origin.Analysis.Statements[i], other = copy.Analysis.Statements[j];
                if (one.Headline || other.Headline || !UtteranceMatcher.IsOne(origin, i, copy, j, weights.Value, out double likeness)) continue;
                if (TakesSide(one.Act) && TakesSide(other.Act) && one.Act != other.Act)
                    lost.Add(new Loss(copy.Source, "negation", one.Act.ToString().ToLowerInvariant(), other.Act.ToString().ToLowerInvariant()));

                if (likeness >= LeastLikeForSpeakers && SpeakerMatch.AreTwo(origin, one, copy, other)) lost.Add(new Loss(copy.Source, "speaker", one.Speaker.Name!, other.Speaker.Name!));

                // An update is there to change numbers, and a translation writes hours and amounts in its own way.
                if (kind is CopyKind.Updated or CopyKind.Translated || likeness < LeastLikeForNumbers) continue;
                if (ChangedNumber(origin.Wordings[i], copy.Wordings[j]) is var (from, to)) lost.Add(new Loss(copy.Source, "number", from, to));
            }
        }
    }

    /// <summary>Least likeness of two wordings that are one sentence but for a number, and that are one sentence.</summary>
    private const double LeastLikeForNumbers = 0.6, LeastLikeForSpeakers = 0.85;

    private static void Hedges(StoryArticle origin, StoryArticle copy, List<Loss> lost)
    {
        var told = new HashSet<(double?, string?)>();
        foreach (Figure figure in origin.Analysis.Figures)
        {
            if (figure.Bound is Bound.Exact or Bound.Vague or Bound.Between) continue;
            double? value = figure.Low ?? figure.High;
            Figure? bare = null;
            bool kept = false;
            foreach (Figure other in copy.Analysis.Figures)
            {
                if ((other.Low ?? other.High) != value || other.Unit != figure.Unit || other.IsOlder) continue;
                kept |= other.Bound == figure.Bound;
                if (other.Bound == Bound.Exact) bare ??= other;
            }

            if (bare is not null && !kept && told.Add((value, figure.Unit))) lost.Add(new Loss(copy.Source, "hedge", TextOf(origin, figure), TextOf(copy, bare)));
        }
    }

    /// <summary>The one number that stands in the first wording only and the one in the second only; null where it is not one of each.</summary>
    private static (string From, string To)? ChangedNumber(Wording from, Wording to) =>
        LoneNumber(from, to) is { } one && LoneNumber(to, from) is { } other ? (one, other) : null;

    private static string? LoneNumber(Wording wording, Wording other)
    {
        string? lone = null;
        foreach (string term in wording.Terms)
        {
            if (term[0] != '#' || other.Terms.Contains(term)) continue;
            if (lone is not null) return null;
            lone = term;
        }

        return lone?[1..];
    }

    private static bool TakesSide(Act act) => act is Act.Neither or Act.Deny or Act.Confirm;

    private static string TextOf(StoryArticle article, Figure figure) => figure.Span.Of(article.Analysis.Article.Text).ToString();
}
