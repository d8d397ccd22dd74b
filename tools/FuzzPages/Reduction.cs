using System.Diagnostics;

namespace Sanad.FuzzPages;

/// <summary>Makes a page smaller for as long as the same is wrong with it: pieces are left out, at first half of it, at last single bytes.</summary>
internal static class Reduction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="shows">Whether a page still shows what was found.</param>
    public static byte[] Reduce(byte[] page, Func<byte[], bool> shows)
    {
        long start = Stopwatch.GetTimestamp();
        for (int piece = page.Length / 2; piece > 0; piece /= 2)
        {
            for (int at = 0; at < page.Length;)
            {
                if (Stopwatch.GetElapsedTime(start) > Patience) return page;
                byte[] smaller = [.. page[..at], .. page[Math.Min(page.Length, at + piece)..]];
                if (shows(smaller)) page = smaller;
                else at += piece;
            }
        }

        return page;
    }
}
