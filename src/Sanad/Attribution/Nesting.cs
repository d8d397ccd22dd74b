namespace Sanad.Attribution;

/// <summary>Which statement stands in the content of which.</summary>
internal static class Nesting
{
    /// <summary>For each candidate the index of the narrowest other one whose content holds its cue and content, or -1.</summary>
    public static int[] Of(List<Candidate> candidates)
    {
        var inside = new int[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            inside[i] = -1;
            int narrowest = int.MaxValue;
            for (int j = Math.Max(0, i - 12); j < Math.Min(candidates.Count, i + 13); j++)
            {
                if (i == j || candidates[i].Cue.IsEmpty || candidates[j].Spans.Count == 0) continue;
                foreach (TokenRange piece in candidates[j].Content)
                {
                    int width = piece.End - piece.First;
                    if (!piece.Contains(candidates[i].Cue.First) || candidates[i].ContentEnd > piece.End + 1 || width >= narrowest) continue;
                    narrowest = width;
                    inside[i] = j;
                }
            }
        }

        return inside;
    }
}
