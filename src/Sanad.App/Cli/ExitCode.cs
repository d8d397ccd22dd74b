namespace Sanad.App.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some inputs failed; each was named with its reason, the others were done.</summary>
    public const int SomeFailed = 1;

    public const int WrongUsage = 2;

    /// <summary>The ledger could not be opened or written, or is damaged.</summary>
    public const int Unusable = 3;
}
