namespace Sanad.App.Pipeline;

/// <summary>Holds back what would weigh too much together; one thing alone always goes through, however heavy.</summary>
/// <param name="most">What may be under way together, in the unit of the weights.</param>
internal sealed class WeightLimit(long most)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _held;

    /// <summary>Waits until there is room, and takes it.</summary>
    /// <exception cref="OperationCanceledException">A stop was asked for.</exception>
    public void Take(long weight, CancellationToken stop)
    {
        while (true)
        {
            Task released;
            lock (_lock)
            {
                if (_held == 0 || _held + weight <= most)
                {
                    _held += weight;
                    return;
                }

                released = _released.Task;
            }

            released.Wait(stop);
        }
    }

    public void Release(long weight)
    {
        lock (_lock)
        {
            _held -= weight;
            _released.SetResult();
            _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
