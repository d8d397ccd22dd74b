using System.Diagnostics;
using System.Globalization;

namespace Sanad.Bench.Stages;

/// <summary>What each stage took of each article at the least, and the bytes it allocated.</summary>
internal sealed class StageTimes(int articles)
{
    private readonly Dictionary<string, (long[] Ticks, long[] Bytes)> _stages = [];
    private int _article;
    private long _since, _allocated;

    public void Begin(int article)
    {
        _article = article;
        (_since, _allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Counts all since the stage before for this one.</summary>
    public void End(string stage)
    {
        (long ticks, long bytes) = (Stopwatch.GetTimestamp() - _since, GC.GetAllocatedBytesForCurrentThread() - _allocated);
        if (!_stages.TryGetValue(stage, out (long[] Ticks, long[] Bytes) least)) _stages.Add(stage, least = (Unknown(), new long[articles]));
        if (ticks < least.Ticks[_article]) (least.Ticks[_article], least.Bytes[_article]) = (ticks, bytes);
        Begin(_article);
    }

    public void Print()
    {
        foreach ((string stage, (long[] ticks, long[] bytes)) in _stages) Print(stage, ticks.Sum(), bytes.Sum());
        Print("all", _stages.Values.Sum(static stage => stage.Ticks.Sum()), _stages.Values.Sum(static stage => stage.Bytes.Sum()));
    }

    private long[] Unknown()
    {
        long[] ticks = new long[articles];
        Array.Fill(ticks, long.MaxValue);
        return ticks;
    }

    private void Print(string stage, long ticks, long bytes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-12} {1e6 * ticks / Stopwatch.Frequency / articles,8:F1} µs {bytes / 1024.0 / articles,8:F1} KB"));
}
