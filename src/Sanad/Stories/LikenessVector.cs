namespace Sanad.Stories;

/// <summary>An article's features weighed by their rarity, at length one: the likeness of two is a product of two lists.</summary>
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

    // By place in the vocabulary; in the order of the features' numbers, which does not depend on what came first.
    private readonly int[] _places;
    private readonly double[] _values;
    private readonly DateOnly? _day;

    public LikenessVector(StoryFeatures features, Vocabulary vocabulary)
    {
        ReadOnlySpan<long> numbers = features.Numbers;
        (_places, _values, _day) = (new int[numbers.Length], new double[numbers.Length], features.Day);
        double length = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            int place = _places[i] = vocabulary.PlaceOf(numbers[i]);
            double value = _values[i] = (double)features.Weights[i] * vocabulary.RarityAt(place);
            length += value * value;
        }

        length = Math.Sqrt(length);
        for (int i = 0; i < _values.Length; i++) _values[i] /= length;
    }

    /// <summary>How much a feature tells: inverse document frequency (Spärck Jones 1972), smoothed.</summary>
    public static double Rarity(IStoryIndex index, long number) => Math.Log((Math.Max(index.ArticleCount, LeastArticles) + 1) / (index.Frequency(number) + 1)) + 0.1;

    /// <summary>What is left of a likeness over the days between two articles; all of it where a day is missing.</summary>
    public static double Decay(DateOnly? a, DateOnly? b) => a is { } one && b is { } two ? Lasting + ((1 - Lasting) * Math.Exp(-Math.Abs(one.DayNumber - two.DayNumber) / DecayDays)) : 1;

    /// <summary>Places of the heaviest features.</summary>
    public int[] Heaviest(int most)
    {
        int[] places = [.. _places];
        double[] negative = [.. _values];
        for (int i = 0; i < negative.Length; i++) negative[i] = -negative[i];
        Array.Sort(negative, places);
        return places[..Math.Min(most, places.Length)];
    }

    /// <summary>Writes each value to its place, so that many others can be held against it; to be taken off again by <see cref="TakeOff"/>.</summary>
    public void LayOn(Span<double> places)
    {
        for (int i = 0; i < _places.Length; i++) places[_places[i]] = _values[i];
    }

    public void TakeOff(Span<double> places)
    {
        foreach (int place in _places) places[place] = 0;
    }

    /// <summary>Cosine of the two times the decay by days, 0 to 1.</summary>
    /// <param name="places">Where the other one is laid on.</param>
    public double Likeness(ReadOnlySpan<double> places, LikenessVector other)
    {
        double dot = 0;
        int shared = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            double value = places[_places[i]];
            if (value == 0) continue;
            dot += value * _values[i];
            shared++;
        }

        return shared < LeastShared ? 0 : dot * Decay(_day, other._day);
    }

    /// <summary>The features of articles that are held against each other, each with its rarity and a place of its own, counted from 0.</summary>
    public sealed class Vocabulary(IStoryIndex index)
    {
        private readonly Dictionary<long, int> _places = [];
        private readonly List<double> _rarities = [];

        public int Count => _rarities.Count;

        public double RarityAt(int place) => _rarities[place];

        public int PlaceOf(long number)
        {
            if (_places.TryGetValue(number, out int place)) return place;
            _places.Add(number, place = _rarities.Count);
            _rarities.Add(Rarity(index, number));
            return place;
        }
    }
}
