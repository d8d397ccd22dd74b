namespace Sanad.App.Cli;

/// <summary>What a command meets outside itself.</summary>
/// <param name="Output">Results and nothing else.</param>
/// <param name="Complaints">Standard error.</param>
internal sealed record Surroundings(StandardOutput Output, Complaints Complaints, StopSignal Stop, TimeProvider Time)
{
    public int ExitCode => Complaints.Failures == 0 ? Cli.ExitCode.Done : Cli.ExitCode.SomeFailed;
}
