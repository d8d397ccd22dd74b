namespace Sanad.Parties;

/// <summary>Tells two transliterations of one name from two names.</summary>
internal static class Spelling
{
    /// <summary>Whether the folded words differ at most in doubled letters and in y for i: "zelensky" and "zelenskyy", "sergei" and "sergey".</summary>
    public static bool IsAlike(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            char letter = Plain(a[i]);
            if (letter != Plain(b[j])) return false;
            while (i < a.Length && Plain(a[i]) == letter) i++;
            while (j < b.Length && Plain(b[j]) == letter) j++;
        }

        return i == a.Length && j == b.Length;
    }

    private static char Plain(char letter) => letter == 'y' ? 'i' : letter;
}
