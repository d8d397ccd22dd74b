using System.Diagnostics;
using System.Text;

namespace Sanad.App.Tests;

/// <summary>What a run of the program left.</summary>
internal sealed record Outcome(int Code, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the real program as a process of its own, as its user does.</summary>
internal static class SanadProgram
{
    /// <summary>How long a run may take before the test gives up on it; far beyond what any takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The one that <c>./sanad</c> runs where <c>./test</c> names it, else the one built beside the tests.</summary>
    public static string FileName { get; } = Environment.GetEnvironmentVariable("SANAD_PROGRAM") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Sanad.App.exe" : "Sanad.App");

    public static Outcome Run(params string[] arguments) => Run(arguments, input: null);

    /// <param name="input">Bytes for its standard input; null for none at all.</param>
    /// <param name="folder">Where it runs.</param>
    public static Outcome Run(string[] arguments, byte[]? input, string? folder = null, params (string Name, string? Value)[] environment)
    {
        using Process process = Start(FileName, arguments, folder, environment);
        return Finish(process, input);
    }

    /// <summary>Runs a line of shell in which <c>$SANAD</c> is the program.</summary>
    public static Outcome Shell(string line, string folder)
    {
        using Process process = Start("bash", ["-c", line], folder, [("SANAD", FileName), ("DOTNET_EnableWriteXorExecute", "0")]);
        return Finish(process, null);
    }

    public static Process Start(string file, string[] arguments, string? folder = null, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = folder ?? "",
        };
        start.Environment.Remove("SANAD_DB");
        foreach ((string name, string? value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static Outcome Finish(Process process, byte[]? input)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all, which is its right.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"sanad {string.Join(' ', process.StartInfo.ArgumentList)} does not end");
        }

        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
