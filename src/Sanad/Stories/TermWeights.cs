namespace Sanad.Stories;

/// <summary>
/// How much a shared term tells among the statements of one story: what every second statement names ("North Korea", "troops") tells
/// little, a rare word much (inverse document frequency).
/// </summary>
public sealed class TermWeights
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public TermWeights(IEnumerable<Wording> wordings)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int all = 0;
        foreach (Wording wording in wordings)
        {
            all++;
            foreach (string term in wording.Terms) counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        // A story of few statements says little about which of its terms are common: as if there were some forty more.
        foreach ((string term, int count) in counts) _weights.Add(term, Math.Log((all + 40.0) / (count + 1)));
    }

    public double Of(HashSet<string> terms)
    {
        double sum = 0;
        foreach (string term in terms) sum += _weights.GetValueOrDefault(term);
        return sum;
    }

    public double Of(string term) => _weights.GetValueOrDefault(term);
}
