using System.Text;
using Sanad.App.Server;

namespace Sanad.App.Cli.Commands.Serve;

/// <summary>Runs a server until the program is asked to stop.</summary>
internal static class Serving
{
    /// <param name="started">Told the address once it listens.</param>
    public static int Run(ServerSettings settings, Surroundings surroundings, Action<string> started)
    {
        try
        {
            RunAsync(settings, surroundings, started).GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            surroundings.Complaints.Fail("serve", e.Message);
            return ExitCode.Unusable;
        }

        return ExitCode.Done;
    }

    private static async Task RunAsync(ServerSettings settings, Surroundings surroundings, Action<string> started)
    {
        await using SanadServer server = await SanadServer.StartAsync(settings, Languages.All, surroundings);
        surroundings.Output.Write(Encoding.UTF8.GetBytes($"{server.Address}\n"));
        surroundings.Output.Flush();
        started(server.Address);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = surroundings.Stop.Token.Register(asked.SetResult);
        await asked.Task;
        await server.StopAsync();
    }
}
