using System.Text;
using Spectre.Console;

namespace Sanad.App.Cli;

/// <summary>
/// Results for a reader. On a terminal with colours and wrapped to its width; into a pipe or file plain, one entry a line however long,
/// so that grep and diff can be used. NO_COLOR is honoured.
/// </summary>
internal sealed class Page : IDisposable
{
    /// <summary>Wide enough that nothing wraps.</summary>
    private const int Unwrapped = 100_000;

    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    public Page(StandardOutput output)
    {
        bool terminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool colours = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        _writer = terminal ? text : new TrimmedLines(text);
        Width = terminal ? Math.Max(40, Console.WindowWidth) : Unwrapped;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new FixedWidth(_writer, Width),
        });
    }

    public int Width { get; }

    /// <summary>Whether lines are cut and wrapped for somebody who looks on.</summary>
    public bool IsTerminal => Width != Unwrapped;

    /// <summary>Words out of an article, fit to stand in markup.</summary>
    public static string Safe(string? words) => Markup.Escape(Printable.Line(words ?? ""));

    /// <summary>That a person corrected an entry, in markup.</summary>
    public static string CorrectedBy(Corrected corrected) =>
        $"[yellow]corrected by {Safe(corrected.By)}: {Safe(Printable.Line(corrected.Reason, 120))}{(corrected.Was.Length > 0 ? $" (was {Safe(Printable.Line(corrected.Was, 80))})" : "")}[/]";

    public void Title(string words) => Line($"[bold]{Safe(words)}[/]");

    public void Heading(string words)
    {
        Line("");
        Line($"[bold underline]{Safe(words)}[/]");
    }

    /// <summary>A line of markup, wrapped under itself where it is too long.</summary>
    public void Line(string markup, int indent = 0)
    {
        if (!IsTerminal || indent == 0) _console.MarkupLine(new string(' ', indent) + markup);
        else _console.Write(new Padder(new Markup(markup), new Padding(indent, 0, 0, 0)));
    }

    /// <summary>Rows of cells in markup, the columns aligned.</summary>
    public void Rows(IReadOnlyList<string[]> rows, int indent = 2)
    {
        if (rows.Count == 0) return;
        var grid = new Grid();
        for (int i = 0; i < rows[0].Length; i++) grid.AddColumn(new GridColumn { Padding = new Padding(i == 0 ? indent : 0, 0, i + 1 < rows[0].Length ? 2 : 0, 0), NoWrap = i + 1 < rows[0].Length });
        foreach (string[] row in rows) grid.AddRow(row);
        _console.Write(grid);
    }

    public void Dispose() => _writer.Dispose();

    private sealed class FixedWidth(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => width != Unwrapped;

        public int Width => width;

        public int Height => 50;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
