using System.Text;
using Sanad.App.Server;
using Sanad.App.Server.Pages;

namespace Sanad.App.Cli.Commands.Serve;

/// <summary>Runs a server until the program is asked to stop.</summary>
internal static class Serving
{
    /// <param name="open">Told the first page's address once the server listens.</param>
    public static int Run(ServerSettings settings, Surroundings surroundings, Action<string>? open = null)
    {
        try
        {
            RunAsync(settings, surroundings, open).GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            surroundings.Complaints.Fail("serve", e.Message);
            return ExitCode.Unusable;
        }

        return ExitCode.Done;
    }

    private static async Task RunAsync(ServerSettings settings, Surroundings surroundings, Action<string>? open)
    {
        await using SanadServer server = await SanadServer.StartAsync(settings, Languages.All, surroundings);
        string first = settings.Example is { } story ? server.Address + Addresses.Story(story) : server.Address;
        surroundings.Output.Write(Encoding.UTF8.GetBytes(first + "\n"));
        surroundings.Output.Flush();
        if (surroundings.Complaints.IsTerminal) surroundings.Complaints.Remark("serve", "open the address above in a browser; Ctrl-C ends it");
        open?.Invoke(first);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = surroundings.Stop.Token.Register(asked.SetResult);
        await asked.Task;
        await server.StopAsync();
    }
}
