using Sanad.Stories.Utterances;

namespace Sanad.Stories.Dates;

/// <summary>The statements of a story's dated articles, to be found by their words.</summary>
internal sealed class DatedStatements
{
    /// <summary>Statements that one is held against at most. Every sibling that reports it has a vote on the day, so these are more than are compared to find one utterance.</summary>
    private const int MostLike = 400;

    private readonly SharedTerms _index = new();
    private readonly List<(int Article, int Statement)> _statements = [];
    private readonly List<SharedTerms.Sharer> _found = [];

    public DatedStatements(List<StoryArticle> articles)
    {
        // The latest first, as the index keeps what comes last: of hundreds alike the earliest reports stand nearest to what was said, in whatever order the articles come.
        List<int> dated = [.. Enumerable.Range(0, articles.Count).Where(i => articles[i].Day is not null)];
        dated.Sort((a, b) => articles[b].Day!.Value.CompareTo(articles[a].Day!.Value) is var day and not 0 ? day : string.CompareOrdinal(articles[b].Source, articles[a].Source));
        foreach (int i in dated)
        {
            for (int s = 0; s < articles[i].Wordings.Count; s++)
            {
                _index.Add(articles[i].Wordings[s]);
                _statements.Add((i, s));
            }
        }
    }

    /// <summary>Those that share enough words to be one utterance with it, by article and statement; the likest <see cref="MostLike"/> at most.</summary>
    public IEnumerable<(int Article, int Statement)> Like(Wording wording)
    {
        _index.Find(wording, _found, UtteranceMatcher.LeastShared);
        SharedTerms.KeepMost(_found, MostLike);
        foreach (SharedTerms.Sharer sharer in _found) yield return _statements[sharer.Place];
    }
}
