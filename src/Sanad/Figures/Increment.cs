using Sanad.Language;

namespace Sanad.Figures;

/// <summary>
/// Tells counts that come on top of what was counted before from counts of all so far: "two more bodies", "tambahan 12 korban", "2 jenazah lagi",
/// "bertambah 5", and bodies found on one occasion ("menemukan 3 jenazah"), unless the sentence counts up ("total", "telah").
/// </summary>
internal sealed class Increment(Document document, CountedPhrase counted)
{
    /// <summary>How far from the bodies the word of finding may stand.</summary>
    private const int FoundReach = 4;

    /// <param name="first">The figure's first token, its hedge included.</param>
    /// <param name="end">End of the figure.</param>
    public bool Is(ReadNumber number, int first, int end, Sentence sentence) =>
        IsAdded(number, first, end, sentence) || IsGrowth(first, sentence) || (IsFound(number, first, end, sentence) && !CountsUp(sentence));

    private bool IsAdded(ReadNumber number, int first, int end, Sentence sentence)
    {
        if (number.End < sentence.End && counted.Is(FigureRole.Added, number.End)) return true;
        if (first > sentence.First && counted.Is(FigureRole.Added, first - 1)) return true;
        if (number.First > first && counted.Is(FigureRole.Added, number.First - 1)) return true;
        return end < sentence.End && counted.Is(FigureRole.Added, end);
    }

    /// <summary>"bertambah 5 orang", "rose by 40".</summary>
    private bool IsGrowth(int first, Sentence sentence) =>
        first > sentence.First && (counted.Is(FigureRole.Growth, first - 1) || (first - 1 > sentence.First && document.WordAt(first - 1) is "by" && counted.Is(FigureRole.Change, first - 2)));

    private bool IsFound(ReadNumber number, int first, int end, Sentence sentence)
    {
        bool bodies = false;
        for (int i = number.End; i < end && !bodies; i++) bodies = counted.Is(FigureRole.Bodies, i);
        if (!bodies) return false;
        for (int i = Math.Max(sentence.First, first - FoundReach); i < Math.Min(sentence.End, end + FoundReach); i++)
        {
            if (counted.Is(FigureRole.Found, i)) return true;
        }

        return false;
    }

    private bool CountsUp(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (counted.Has(FigureRole.SoFar, i, sentence.End, out _)) return true;
        }

        return false;
    }
}
