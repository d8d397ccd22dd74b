using System.Text;

namespace Sanad.App.Cli;

/// <summary>Leaves out the blanks at the ends of lines with which tables are filled up.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value != '\n')
        {
            for (; _blanks > 0; _blanks--) inner.Write(' ');
        }

        _blanks = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
