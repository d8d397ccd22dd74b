using Sanad.Text;

namespace Sanad.Language;

public enum TokenKind : byte
{
    /// <summary>Letters, with hyphens and apostrophes between letters ("mata-mata", "Ja'far"), or a handle ("@bmkg").</summary>
    Word,

    /// <summary>Digits with the dots and commas between them ("10.000", "1,5").</summary>
    Number,

    /// <summary>A quotation mark, single or double; apostrophes inside words are not.</summary>
    Quote,

    Punctuation,
}

[Flags]
public enum TokenShape : byte
{
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>It has two letters or more and all of them are capitals.</summary>
    AllCaps = 2,

    /// <summary>No white space stands between it and the token before.</summary>
    Glued = 4,

    /// <summary>It ends in a clitic that stands for a person ("tuturnya"); see <see cref="Token.StemLength"/>.</summary>
    Clitic = 8,

    /// <summary>It is the first token of its line.</summary>
    LineStart = 16,
}

/// <summary>A word, number or mark of the text. Letters and digits that touch are two tokens, the second glued ("Rp15", "90cm").</summary>
/// <param name="Word">Number of the folded word in the language's lexicon; 0 for words it does not hold.</param>
/// <param name="StemLength">Length without the clitic; the whole length where there is none.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind, TokenShape Shape, int Word, int StemLength)
{
    /// <summary>Hash of the word regardless of case, as <see cref="FeatureList.Of"/> gives it: what looks a word up need not go over its letters again.</summary>
    internal uint Hash { get; init; }

    public int Length => End - Start;

    public TextSpan Span => new(Start, End);

    public bool IsCapital => (Shape & TokenShape.Capital) != 0;

    public bool IsAllCaps => (Shape & TokenShape.AllCaps) != 0;

    public bool IsGlued => (Shape & TokenShape.Glued) != 0;

    public bool HasClitic => (Shape & TokenShape.Clitic) != 0;
}

/// <summary>
/// A sentence as tokens <c>[First, End)</c>. A quotation is never cut: what stands between its marks belongs to one
/// sentence, however many full stops it holds, so that cue and quote are found together.
/// </summary>
/// <param name="Part">Index of the article's part it stands in.</param>
public readonly record struct Sentence(int First, int End, int Part);

/// <summary>
/// A quotation as tokens: <see cref="Open"/> is the opening mark, <see cref="Close"/> the closing one. Where the closing
/// mark is missing, as in quotations that run over several paragraphs, <see cref="Close"/> is the token after the last one quoted.
/// </summary>
/// <param name="Inner">It stands inside another quotation.</param>
public readonly record struct Quotation(int Open, int Close, bool Closed, bool Single, bool Inner);
