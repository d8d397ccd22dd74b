using Sanad.Attribution;
using Sanad.Text;

namespace Sanad.Ledger;

/// <summary>Puts a statement into a line: who, what act, which day, and the words themselves.</summary>
internal sealed class StatementsInBrief(BriefWords words, SpeakerWords speakers, CitedSentences cited)
{
    /// <summary>Longest stretch of quoted words, in UTF-16 code units.</summary>
    private const int LongestWords = 150;

    /// <summary>Length below which words tell nothing outside their article: "it", "hal itu".</summary>
    private const int TellingWords = 10;

    /// <summary>Whether speaker and day are known and the words tell something, without which nothing can be printed of it.</summary>
    public bool IsPrintable(string source, Statement? statement) =>
        statement?.Speaker.Name is not null && cited.Article(source).ContentOf(statement).Length >= TellingWords && DayOf(source, statement) is not null;

    public DateOnly? DayOf(string source, Statement statement) => statement.Said?.First ?? cited.Article(source).Publication.Anchor;

    /// <param name="template">Key of the template; a line of what somebody confirms or denies has its own, ending in <c>.this</c>.</param>
    public void Add(BriefLineBuilder line, string template, string source, Statement statement) => line.Add(IsOfProposition(statement) ? template + ".this" : template, hole =>
    {
        (ClaimKind kind, string wording) = hole switch
        {
            "by" => (ClaimKind.Speaker, speakers.Of(cited.Article(source), statement)!),
            "act" => (ClaimKind.Act, words.Act(statement.Act, speakers.AreMany(cited.Article(source), statement))),
            "day" => (ClaimKind.Day, words.Day(DayOf(source, statement)!.Value)),
            _ => (ClaimKind.Words, Shortened(cited.Article(source).ContentOf(statement))),
        };
        line.Claim(kind, wording, source, At(statement));
    });

    /// <summary>Whether the words are what is confirmed or denied, as the article puts it, and not what the speaker said: "denied that the ship had sailed".</summary>
    private static bool IsOfProposition(Statement statement) => statement.Kind == StatementKind.Indirect && (statement.Act is Act.Confirm or Act.Deny or Act.Neither);

    /// <summary>From the first word of a statement's content to its last: where claims about it point.</summary>
    public static TextSpan At(Statement statement) => new(statement.Content[0].Start, statement.Content[^1].End);

    /// <summary>The words up to the end of a word near the longest length, an ellipsis for the rest.</summary>
    private static string Shortened(ReadOnlySpan<char> words)
    {
        int line = words.IndexOfAny('\n', '\r');
        bool cut = line >= 0;
        if (cut) words = words[..line];
        if (words.Length > LongestWords)
        {
            int space = words[..LongestWords].LastIndexOf(' ');
            words = words[..(space > 0 ? space : LongestWords)].TrimEnd(" ,;:");
            cut = true;
        }

        return cut ? words.ToString() + "…" : words.ToString();
    }
}
