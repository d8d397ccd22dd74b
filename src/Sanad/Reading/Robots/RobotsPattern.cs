using System.Text;

namespace Sanad.Reading.Robots;

/// <summary>
/// The path of a rule in <c>robots.txt</c>: matches a URL's path and query from the start, <c>*</c> stands for any characters, a closing <c>$</c> for the
/// end. Both sides are compared with their percent-encoding made one (RFC 9309, section 2.2.2).
/// </summary>
internal sealed class RobotsPattern
{
    private readonly string[] _pieces;
    private readonly int[][] _failures;
    private readonly bool _isAnchored;

    /// <param name="path">The rule's value as it stands, without white space around it.</param>
    public RobotsPattern(ReadOnlySpan<byte> path)
    {
        _isAnchored = !path.IsEmpty && path[^1] == '$';
        if (_isAnchored) path = path[..^1];
        var pieces = new List<string>();
        foreach (Range piece in path.Split((byte)'*')) pieces.Add(Normalized(path[piece]));
        // Several stars in a row are one.
        for (int i = pieces.Count - 2; i > 0; i--)
        {
            if (pieces[i].Length == 0) pieces.RemoveAt(i);
        }

        _pieces = [.. pieces];
        _failures = new int[_pieces.Length][];
        for (int i = 0; i < _pieces.Length; i++) _failures[i] = i == 0 ? [] : Failures(_pieces[i]);
        foreach (string piece in _pieces) Length += piece.Length;
        Length += _pieces.Length - 1 + (_isAnchored ? 1 : 0);
    }

    /// <summary>By which the more specific rule is told: characters, signs included.</summary>
    public int Length { get; }

    /// <param name="path">Normalised.</param>
    /// <param name="work">Characters compared are added to it: at most some for each of the path and of the pattern, however many stars there are.</param>
    public bool Matches(ReadOnlySpan<char> path, ref long work)
    {
        work += Math.Min(path.Length, _pieces[0].Length);
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal)) return false;
        int at = _pieces[0].Length;
        if (_pieces.Length == 1) return !_isAnchored || at == path.Length;
        // The leftmost place of each piece leaves most room to those after it; only the last of an anchored pattern has its place.
        int last = _isAnchored ? _pieces.Length - 1 : _pieces.Length;
        for (int i = 1; i < last; i++)
        {
            int end = EndOf(_pieces[i], _failures[i], path, at, ref work);
            if (end < 0) return false;
            at = end;
        }

        work += _pieces[^1].Length;
        return !_isAnchored || (path.Length - at >= _pieces[^1].Length && path.EndsWith(_pieces[^1], StringComparison.Ordinal));
    }

    /// <summary>
    /// The path or pattern as it is compared: escapes of letters, digits and "-._~" resolved, all others in capitals, what may not stand in a URL escaped,
    /// and the two signs of patterns too, which mean themselves here.
    /// </summary>
    public static string Normalized(ReadOnlySpan<byte> path)
    {
        var normalized = new StringBuilder(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            byte b = path[i];
            bool isEscape = b == '%' && i + 2 < path.Length && char.IsAsciiHexDigit((char)path[i + 1]) && char.IsAsciiHexDigit((char)path[i + 2]);
            if (isEscape)
            {
                b = (byte)((Digit(path[i + 1]) << 4) | Digit(path[i + 2]));
                i += 2;
            }

            bool isFree = char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            if (isFree || (!isEscape && "/?:@!&'()+,;=%#[]"u8.Contains(b))) normalized.Append((char)b);
            else normalized.Append('%').Append(Convert.ToHexString([b]));
        }

        return normalized.ToString();
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;

    /// <summary>Index behind the first place of the piece at or behind a start, or -1; by Knuth, Morris and Pratt, so that no character is read twice.</summary>
    private static int EndOf(string piece, int[] failures, ReadOnlySpan<char> path, int start, ref long work)
    {
        if (piece.Length == 0) return start;
        int matched = 0;
        for (int i = start; i < path.Length; i++)
        {
            work++;
            while (matched > 0 && path[i] != piece[matched])
            {
                work++;
                matched = failures[matched - 1];
            }

            if (path[i] == piece[matched]) matched++;
            if (matched == piece.Length) return i + 1;
        }

        return -1;
    }

    /// <summary>For each head of the piece the length of the longest shorter head that it ends in.</summary>
    private static int[] Failures(string piece)
    {
        int[] failures = new int[piece.Length];
        int matched = 0;
        for (int i = 1; i < piece.Length; i++)
        {
            while (matched > 0 && piece[i] != piece[matched]) matched = failures[matched - 1];
            if (piece[i] == piece[matched]) matched++;
            failures[i] = matched;
        }

        return failures;
    }
}
