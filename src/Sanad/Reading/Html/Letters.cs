namespace Sanad.Reading.Html;

/// <summary>A text as its letters and digits alone, small: by these the same words are found again under other spaces and marks.</summary>
internal static class Letters
{
    /// <summary>Letters of a block that are looked for in a longer text.</summary>
    private const int Probe = 48;

    public static string Of(ReadOnlySpan<char> text)
    {
        char[] letters = new char[text.Length];
        return new string(letters, 0, Write(text, letters));
    }

    /// <summary>Whether the text begins in the letters, given enough of it to tell.</summary>
    public static bool Hold(string letters, ReadOnlySpan<char> text)
    {
        Span<char> probe = stackalloc char[Probe];
        int length = Write(text, probe);
        return length >= 8 && letters.AsSpan().IndexOf(probe[..length]) >= 0;
    }

    /// <summary>Writes as many letters as there is room for.</summary>
    private static int Write(ReadOnlySpan<char> text, Span<char> letters)
    {
        int length = 0;
        bool inTag = false;
        foreach (char c in text)
        {
            if (length == letters.Length) break;
            // Texts in JSON-LD now and then hold markup.
            if (c == '<') inTag = true;
            else if (c == '>') inTag = false;
            else if (!inTag && char.IsLetterOrDigit(c)) letters[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }
}
