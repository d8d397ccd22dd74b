namespace Sanad.Reading.Html;

/// <summary>Kinds of characters, as flags.</summary>
[Flags]
internal enum Sign : ushort
{
    None = 0,

    /// <summary>0 to 9.</summary>
    Digit = 1 << 0,
    Letter = 1 << 1,
    Capital = 1 << 2,
    Comma = 1 << 3,
    Quote = 1 << 4,

    /// <summary>Within a word or a number it does not end it: an apostrophe, a hyphen, a point, a comma.</summary>
    Joint = 1 << 5,

    /// <summary>A digit of another script.</summary>
    OtherDigit = 1 << 6,
    Copyright = 1 << 7,
    At = 1 << 8,
    Bar = 1 << 9,
    Colon = 1 << 10,
}

/// <summary>What a text is made of.</summary>
/// <param name="Words">Runs of letters and digits, with the joints in them.</param>
/// <param name="Seen">Kinds of which there is one at least.</param>
internal readonly record struct CharacterCounts(int Words, int Letters, int Capitals, int Digits, int Commas, Sign Seen)
{
    private static readonly Sign[] Ascii = [.. Enumerable.Range(0, 128).Select(static c => KindOf((char)c))];

    public static CharacterCounts Of(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<Sign> ascii = Ascii;
        int words = 0, letters = 0, capitals = 0, digits = 0, commas = 0, seen = 0, inside = 0;
        // Without branches: which letter comes next no processor can tell.
        foreach (char c in text)
        {
            int kind = (int)(c < ascii.Length ? ascii[c] : KindOf(c));
            digits += kind & 1;
            letters += (kind >> 1) & 1;
            capitals += (kind >> 2) & 1;
            commas += (kind >> 3) & 1;
            seen |= kind;
            int word = (kind | (kind >> 1) | (kind >> 6)) & 1;
            words += word & ~inside;
            inside = word | (inside & (kind >> 5));
        }

        return new CharacterCounts(words, letters, capitals, digits, commas, (Sign)seen);
    }

    private static Sign KindOf(char c) => c switch
    {
        >= '0' and <= '9' => Sign.Digit,
        ',' => Sign.Comma | Sign.Joint,
        '\'' or '’' or '-' or '.' => Sign.Joint,
        '"' or '“' or '”' or '«' or '„' => Sign.Quote,
        '©' => Sign.Copyright,
        '@' => Sign.At,
        '|' => Sign.Bar,
        ':' => Sign.Colon,
        _ => char.IsLetter(c) ? (char.IsUpper(c) ? Sign.Letter | Sign.Capital : Sign.Letter) : char.IsDigit(c) ? Sign.OtherDigit : Sign.None,
    };
}
