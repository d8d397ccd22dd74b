namespace Sanad.App.Export;

/// <summary>
/// Tells Unicode code points for the UTF-16 code units of a text: the Web Annotation Data Model counts those and not units (W3C Recommendation of 23 February 2017,
/// 4.2.4 and 4.2.5). They differ behind every sign outside the Basic Multilingual Plane, such as an emoji.
/// </summary>
internal sealed class CodePoints
{
    // Where the second halves of surrogate pairs stand, ascending; most texts have none.
    private readonly List<int> _seconds = [];

    public CodePoints(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i])) _seconds.Add(i);
        }
    }

    /// <summary>How many code points stand before the offset; within a pair, those before the pair and it.</summary>
    public int Before(int offset)
    {
        int found = _seconds.BinarySearch(offset);
        return offset - (found < 0 ? ~found : found);
    }
}
