using Microsoft.Extensions.Logging;
using Sanad.App.Cli;

namespace Sanad.App.Server;

/// <summary>Tells what goes wrong while serving on standard error, as the other commands do.</summary>
internal sealed class ComplaintsLogger(Complaints complaints) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel level) => level >= LogLevel.Error;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(level)) return;
        string message = formatter(state, exception);
        // Of a fault of the program itself the place is worth more than the message.
        complaints.Remark("serve", exception is null or Storage.LedgerException ? message : $"{message} ({exception.GetType().Name}{PlaceOf(exception)})");
    }

    private static string PlaceOf(Exception exception) => exception.StackTrace?.Split('\n', 2)[0].Trim() is { Length: > 0 } place ? " " + place : "";
}
