namespace Sanad.Stories;

/// <summary>An article's features weighed by their rarity, ascending by number, at length one: the likeness of two is a product of two lists.</summary>
internal readonly struct LikenessVector
{
    /// <summary>Articles that a small ledger is taken to hold at least, so that its first ones do not make every name look common.</summary>
    public const double LeastArticles = 2000;

    /// <summary>Days after which what fades of a likeness has fallen to 1/e of itself.</summary>
    public const double DecayDays = 32;

    /// <summary>Share of a likeness that does not fade: a report taken up months later, or one that bears the day on which it was collected, is of its story if it is like enough.</summary>
    public const double Lasting = 0.5;

    /// <summary>Features that two articles must share to be alike at all: one word in common makes a line of ten words no part of a story.</summary>
    public const int LeastShared = 2;

    private readonly int[] _numbers;
    private readonly double[] _values;
    private readonly DateOnly? _day;

    private LikenessVector(int[] numbers, double[] values, DateOnly? day) => (_numbers, _values, _day) = (numbers, values, day);

    public static LikenessVector Of(NumberedFeatures features, IStoryIndex index)
    {
        int[] numbers = [.. features.Numbers];
        var values = new double[numbers.Length];
        double length = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            values[i] = features.Weights[i] * Rarity(index, numbers[i]);
            length += values[i] * values[i];
        }

        length = Math.Sqrt(length);
        for (int i = 0; i < values.Length; i++) values[i] /= length;
        Array.Sort(numbers, values);
        return new LikenessVector(numbers, values, features.Day);
    }

    /// <summary>How much a feature tells: inverse document frequency (Spärck Jones 1972), smoothed.</summary>
    public static double Rarity(IStoryIndex index, int number) => Math.Log((Math.Max(index.ArticleCount, LeastArticles) + 1) / (index.Frequency(number) + 1)) + 0.1;

    /// <summary>What is left of a likeness over the days between two articles; all of it where a day is missing.</summary>
    public static double Decay(DateOnly? a, DateOnly? b) => a is { } one && b is { } two ? Lasting + ((1 - Lasting) * Math.Exp(-Math.Abs(one.DayNumber - two.DayNumber) / DecayDays)) : 1;

    /// <summary>Numbers of the heaviest features; equal ones by number.</summary>
    public int[] Heaviest(int most)
    {
        int[] numbers = [.. _numbers];
        double[] negative = [.. _values];
        for (int i = 0; i < negative.Length; i++) negative[i] = -negative[i];
        Array.Sort(negative, numbers);
        return numbers[..Math.Min(most, numbers.Length)];
    }

    /// <summary>Cosine of the two times the decay by days, 0 to 1.</summary>
    public double Likeness(LikenessVector other)
    {
        double dot = 0;
        int shared = 0;
        for (int i = 0, j = 0; i < _numbers.Length && j < other._numbers.Length;)
        {
            int order = _numbers[i].CompareTo(other._numbers[j]);
            if (order == 0)
            {
                dot += _values[i++] * other._values[j++];
                shared++;
            }
            else if (order < 0) i++;
            else j++;
        }

        return shared < LeastShared ? 0 : dot * Decay(_day, other._day);
    }
}
