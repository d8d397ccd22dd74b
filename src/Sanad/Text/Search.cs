namespace Sanad.Text;

/// <summary>Binary search by a test.</summary>
internal static class Search
{
    /// <summary>The first index for which the test holds, all before it failing; the count where it never does.</summary>
    public static int First(int count, Func<int, bool> test)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (test(middle)) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
