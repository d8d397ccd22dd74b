namespace Sanad.Reading.Html;

/// <summary>Pairs of length and first letter that some word of a list has: by these most words of a page show that they are none of the list, and are not looked up.</summary>
internal sealed class FirstLetters
{
    private readonly ulong[] _pairs = new ulong[64];

    public FirstLetters(IEnumerable<string> words)
    {
        foreach (string word in words) _pairs[word.Length & 63] |= Bit(word[0]);
    }

    /// <summary>Whether some word of the list is as long and begins with the same letter, of whatever case. Beyond some sixty letters the answer may be yes for no reason.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => (_pairs[word.Length & 63] & Bit(word[0])) != 0;

    private static ulong Bit(char first) => 1UL << (char.ToUpperInvariant(first) & 63);
}
