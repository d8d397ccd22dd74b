namespace Sanad.App.Cli;

/// <summary>What somebody is told of an input.</summary>
/// <param name="IsFailure">Whether it was not done, as against done but not all of it or on a guess.</param>
internal readonly record struct Complaint(string Source, string Reason, bool IsFailure);

/// <summary>
/// What goes to standard error, one line each: <c>sanad: SOURCE: reason</c>. Counts what failed. Safe to use from many threads.
/// </summary>
internal sealed class Complaints(TextWriter error)
{
    private readonly Lock _lock = new();
    private string? _passing;

    public int Failures { get; private set; }

    /// <summary>Told of each complaint, too.</summary>
    public Action<Complaint>? Heard { get; init; }

    public bool IsTerminal { get; } = !Console.IsErrorRedirected;

    /// <summary>An input was not done.</summary>
    public void Fail(string source, string reason)
    {
        lock (_lock)
        {
            Failures++;
            Print($"sanad: {Printable.Line(source)}: {Printable.Line(reason)}");
        }

        Heard?.Invoke(new Complaint(source, reason, IsFailure: true));
    }

    /// <summary>An input was done, but not all of it or on a guess.</summary>
    public void Remark(string source, string remark)
    {
        lock (_lock) Print($"sanad: {Printable.Line(source)}: {Printable.Line(remark)}");
        Heard?.Invoke(new Complaint(source, remark, IsFailure: false));
    }

    /// <summary>How far long work has come: a line that the next one overwrites, and on a terminal only.</summary>
    public void Progress(string line)
    {
        if (!IsTerminal) return;
        lock (_lock)
        {
            error.Write("\r\e[K" + line);
            _passing = line;
        }
    }

    public void ProgressDone()
    {
        lock (_lock)
        {
            if (_passing is not null) error.Write("\r\e[K");
            _passing = null;
        }
    }

    private void Print(string line)
    {
        if (_passing is not null) error.Write("\r\e[K");
        error.WriteLine(line);
        if (_passing is not null) error.Write(_passing);
    }
}
