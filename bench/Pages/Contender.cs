using System.Diagnostics;
using System.Globalization;

namespace Sanad.Bench.Pages;

/// <summary>One way to read a page, and how long it took.</summary>
internal sealed class Contender(string name, Func<string, object?> read)
{
    /// <summary>Seconds of each round.</summary>
    private readonly List<double> _rounds = [];

    private double _slowest;
    private long _allocated;

    /// <summary>Begins a round.</summary>
    public void Begin() => _rounds.Add(0);

    /// <summary>Forgets all rounds: they were to warm up.</summary>
    public void Forget()
    {
        _rounds.Clear();
        (_slowest, _allocated) = (0, 0);
    }

    public void Read(string page)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        try
        {
            _ = read(page);
        }
        catch (Exception e) when (name == "SmartReader")
        {
            // What another reader stumbles over is its own affair; the time is counted.
            Debug.WriteLine(e.Message);
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start), processor = Environment.CpuUsage.TotalTime - before;
        double took = Math.Min(elapsed.TotalSeconds, processor.TotalSeconds);
        _rounds[^1] += took;
        _slowest = Math.Max(_slowest, took);
        _allocated += GC.GetAllocatedBytesForCurrentThread() - allocated;
    }

    /// <summary>How many times the other's time it took: the median of the rounds.</summary>
    public double TimesOf(Contender other) => Median(_rounds.Zip(other._rounds, static (own, others) => own / others));

    public string Row(int pages) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-17} {pages / Median(_rounds),6:F0} pages/s   {_allocated / _rounds.Count / pages / 1000,6:N0} kB a page   slowest {_slowest * 1000,5:F0} ms");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
