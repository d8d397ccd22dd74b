using System.Text;
using Sanad.App.Cli;

namespace Sanad.App;

internal static class Program
{
    private static int Main(string[] args)
    {
        using var stop = new StopSignal();
        using var output = new StandardOutput();
        var complaints = new Complaints(new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true });
        try
        {
            int code = CommandLine.Run(args, new Surroundings(output, complaints, stop, TimeProvider.System));
            output.Flush();
            return code;
        }
        catch (OutputClosedException)
        {
            // Whoever read the results has seen enough (`sanad read … | head -1`): no reason to complain.
            return ExitCode.Done;
        }
        catch (OutputFailedException e)
        {
            complaints.Fail("standard output", e.Message);
            return ExitCode.SomeFailed;
        }
        catch (OperationCanceledException) when (stop.Requested)
        {
            output.FlushQuietly();
            return stop.ExitCode;
        }
        catch (Language.LanguageFileException e)
        {
            complaints.Fail("languages", e.Message);
            return ExitCode.Unusable;
        }
        catch (Storage.LedgerException e)
        {
            output.FlushQuietly();
            complaints.Fail(e.Ledger, e.Message);
            return ExitCode.Unusable;
        }
    }
}
