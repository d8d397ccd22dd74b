using System.Runtime.InteropServices;

namespace Sanad.App.Cli;

/// <summary>
/// Ctrl-C, and being told to end. The first asks: what is half done is undone or finished, what was done stays. The second one
/// ends the program where it stands.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt, _terminate;

    public StopSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
    }

    public CancellationToken Token => _stop.Token;

    public bool Requested => _stop.IsCancellationRequested;

    /// <summary>128 and the number of the signal, as shells have it.</summary>
    public int ExitCode { get; private set; } = 130;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested) return;
        ExitCode = context.Signal == PosixSignal.SIGINT ? 130 : 143;
        context.Cancel = true;
        _stop.Cancel();
    }
}
