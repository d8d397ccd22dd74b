using Sanad.Text;

namespace Sanad.Stories;

/// <summary>The language that a story is told in where one must be chosen.</summary>
internal static class MainLanguage
{
    /// <summary>The language that most articles are in, of equals the first by code; empty for no articles.</summary>
    public static string Of(IEnumerable<Article> articles)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Article article in articles) counts[article.Language] = counts.GetValueOrDefault(article.Language) + 1;
        string main = "";
        int most = 0;
        foreach ((string language, int count) in counts)
        {
            if (count > most) (main, most) = (language, count);
        }

        return main;
    }
}
