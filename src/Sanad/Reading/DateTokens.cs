namespace Sanad.Reading;

internal enum DateTokenKind : byte
{
    Number,
    Word,
    Mark,
}

/// <summary>A run of digits, a run of letters or a single mark of a printed date.</summary>
/// <param name="Glued">Nothing stands between it and the token before it.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int Length, bool Glued);

/// <summary>A printed date cut into tokens, and what can be asked of them; an index past the end asks of nothing.</summary>
internal readonly ref struct DateTokens
{
    /// <summary>More tokens than any printed date has.</summary>
    public const int Most = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<DateToken> _tokens;
    private readonly DateWords _words;

    private DateTokens(ReadOnlySpan<char> text, ReadOnlySpan<DateToken> tokens, DateWords words)
    {
        _text = text;
        _tokens = tokens;
        _words = words;
    }

    public int Count => _tokens.Length;

    /// <param name="room">Where the tokens are kept; <see cref="Most"/> of them.</param>
    /// <returns>False for a text of more tokens than there is room for.</returns>
    public static bool TryCut(ReadOnlySpan<char> text, Span<DateToken> room, DateWords words, out DateTokens tokens)
    {
        int count = 0, end = 0;
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            DateTokenKind kind = char.IsAsciiDigit(text[i]) ? DateTokenKind.Number : char.IsLetter(text[i]) ? DateTokenKind.Word : DateTokenKind.Mark;
            i++;
            if (char.IsWhiteSpace(text[start])) continue;
            while (kind == DateTokenKind.Number && i < text.Length && char.IsAsciiDigit(text[i])) i++;
            while (kind == DateTokenKind.Word && i < text.Length && (char.IsLetter(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
            if (count == room.Length)
            {
                tokens = default;
                return false;
            }

            room[count++] = new DateToken(kind, start, i - start, start == end && start > 0);
            end = i;
        }

        tokens = new DateTokens(text, room[..count], words);
        return true;
    }

    /// <summary>Digits of the number; 0 where the token is none.</summary>
    public int Digits(int i) => i >= 0 && i < Count && _tokens[i].Kind == DateTokenKind.Number ? _tokens[i].Length : 0;

    public bool IsNumber(int i, int least, int most) => Digits(i) is > 0 and var digits && digits >= least && digits <= most;

    public ReadOnlySpan<char> Text(int i) => _text.Slice(_tokens[i].Start, _tokens[i].Length);

    /// <summary>Value of a number of at most 9 digits.</summary>
    public int Value(int i) => int.Parse(Text(i), System.Globalization.CultureInfo.InvariantCulture);

    public bool Glued(int i) => i >= 0 && i < Count && _tokens[i].Glued;

    public bool IsMark(int i, char mark) => i >= 0 && i < Count && _tokens[i].Kind == DateTokenKind.Mark && _text[_tokens[i].Start] == mark;

    /// <summary>The mark of three that part the numbers of a date, glued between two numbers; 0 where there is none.</summary>
    public char Separator(int i) =>
        i < Count && _tokens[i].Kind == DateTokenKind.Mark && Glued(i) && Glued(i + 1) && Digits(i + 1) > 0 && _text[_tokens[i].Start] is '-' or '/' or '.' ? _text[_tokens[i].Start] : '\0';

    public bool IsLetter(int i, char letter) => i >= 0 && i < Count && _tokens[i].Length == 1 && char.ToUpperInvariant(_text[_tokens[i].Start]) == letter;

    /// <summary>The word of dates at the token; of kind none where it is no such word.</summary>
    public DateWord Word(int i) => i >= 0 && i < Count && _tokens[i].Kind == DateTokenKind.Word
        ? _words[_text.Slice(_tokens[i].Start, _tokens[i].Length).IndexOf('’') >= 0 ? Text(i).ToString().Replace('’', '\'') : Text(i)]
        : default;

    /// <summary>Whether the token is a word of the kind, which for "a.m" may be three tokens.</summary>
    public bool Is(int i, DateWordKind kind, out int length)
    {
        length = 1;
        if (Word(i).Kind == kind) return true;
        length = 3;
        return i >= 0 && i + 2 < Count && _tokens[i].Kind == DateTokenKind.Word && IsMark(i + 1, '.') && Glued(i + 1) && Glued(i + 2)
            && _words[_text[_tokens[i].Start..(_tokens[i + 2].Start + _tokens[i + 2].Length)]].Kind == kind;
    }

    /// <summary>Index behind an ending of two letters glued to a number: "31st".</summary>
    public int BehindOrdinal(int i) => i < Count && _tokens[i].Kind == DateTokenKind.Word && Glued(i) && _tokens[i].Length == 2 && Word(i).Kind == DateWordKind.None ? i + 1 : i;

    /// <summary>Index behind the marks that may stand between the parts of a date.</summary>
    public int BehindMarks(int i)
    {
        while (i < Count && _tokens[i].Kind == DateTokenKind.Mark && _text[_tokens[i].Start] is '-' or '.' or ',' or '/' or '\'' or '’') i++;
        return i;
    }
}
