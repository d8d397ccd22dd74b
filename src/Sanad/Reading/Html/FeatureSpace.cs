namespace Sanad.Reading.Html;

/// <summary>A numbering of features that are there or not, in groups of alternatives.</summary>
internal sealed class FeatureSpace
{
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public string NameOf(int feature) => _names[feature];

    /// <returns>The number of the first feature of the group; the others follow it.</returns>
    public int Add(string group, params IEnumerable<string> alternatives)
    {
        int first = _names.Count;
        foreach (string alternative in alternatives) _names.Add($"{group}:{alternative}");
        return first;
    }

    /// <summary>A group of numbers cut at bounds: below the first, from the first to below the second, and so on.</summary>
    public int AddCuts(string group, ReadOnlySpan<float> bounds)
    {
        int first = _names.Count;
        _names.Add($"{group}:<{Print(bounds[0])}");
        foreach (float bound in bounds) _names.Add($"{group}:>={Print(bound)}");
        return first;
    }

    public static int Cut(float value, ReadOnlySpan<float> bounds)
    {
        int i = 0;
        while (i < bounds.Length && value >= bounds[i]) i++;
        return i;
    }

    private static string Print(float bound) => bound.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The features of one block, as their numbers.</summary>
internal ref struct ActiveFeatures(Span<int> room)
{
    private readonly Span<int> _room = room;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<int> Numbers => _room[..Count];

    public void Add(int feature) => _room[Count++] = feature;

    public void AddIf(bool there, int feature)
    {
        if (there) _room[Count++] = feature;
    }

    /// <summary>One feature for each bit that is set.</summary>
    public void AddBits(ulong bits, int first)
    {
        for (; bits != 0; bits &= bits - 1) _room[Count++] = first + System.Numerics.BitOperations.TrailingZeroCount(bits);
    }
}
