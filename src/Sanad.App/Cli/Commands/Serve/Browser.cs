using System.ComponentModel;
using System.Diagnostics;

namespace Sanad.App.Cli.Commands.Serve;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <summary>Opens an address where there is a screen to show it on; where there is none, or no browser, nothing happens.</summary>
    public static void Open(string address)
    {
        if (Console.IsOutputRedirected) return;
        bool hasScreen = OperatingSystem.IsMacOS() || OperatingSystem.IsWindows()
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
        if (!hasScreen) return;
        string opener = OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? "explorer" : "xdg-open";
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(opener, [address]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            // The address stands on standard output all the same.
        }
    }
}
