using System.Runtime.InteropServices;

namespace Sanad.App.Cli;

/// <summary>
/// Ctrl-C, and being told to end. The first asks: what is half done is undone or finished, what was done stays. The second one
/// ends the program where it stands.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    /// <summary>SIGXFSZ, on Linux and macOS alike.</summary>
    private const int FileTooLarge = 25;

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt, _terminate;
    private readonly PosixSignalRegistration? _fileTooLarge;

    public StopSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        // Passed over, so that a write beyond a limit on file sizes fails like one on a full disk instead of ending the program.
        if (!OperatingSystem.IsWindows()) _fileTooLarge = PosixSignalRegistration.Create((PosixSignal)FileTooLarge, static context => context.Cancel = true);
    }

    public CancellationToken Token => _stop.Token;

    public bool Requested => _stop.IsCancellationRequested;

    /// <summary>128 and the number of the signal, as shells have it.</summary>
    public int ExitCode { get; private set; } = 130;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        // That for file sizes stays to the end: the last such signal may still be on its way, and would end the program.
        GC.KeepAlive(_fileTooLarge);
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
