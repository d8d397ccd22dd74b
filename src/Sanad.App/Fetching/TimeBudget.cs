namespace Sanad.App.Fetching;

/// <summary>Time that several steps share.</summary>
/// <param name="lacking">What there is not when it is used up, for the reason.</param>
internal sealed class TimeBudget(TimeSpan whole, string lacking, TimeProvider time)
{
    private TimeSpan _spent;

    /// <exception cref="FetchException">The time is used up.</exception>
    public async Task<T> Spend<T>(Func<CancellationToken, Task<T>> step, CancellationToken stop)
    {
        TimeSpan left = whole - _spent;
        if (left <= TimeSpan.Zero) throw TooLong();
        long started = time.GetTimestamp();
        using var late = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            return await step(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw TooLong();
        }
        finally
        {
            _spent += time.GetElapsedTime(started);
        }
    }

    private FetchException TooLong() => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lacking} within {whole.TotalSeconds:0.#} s")) { IsUnreachable = true };
}
