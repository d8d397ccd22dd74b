using System.Buffers.Text;
using System.Text;

namespace Sanad.Reading.Robots;

/// <summary>
/// What a site's <c>robots.txt</c> allows one crawler (RFC 9309), and how often. Immutable, safe to share between threads. What a crawler may do where there
/// is no such file, or where it cannot be fetched, is for the crawler to know: <see cref="AllowAll"/>, <see cref="DisallowAll"/>.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>Bytes that are read; RFC 9309, section 2.5, asks for no more.</summary>
    public const int MostBytes = 500 * 1024;

    /// <summary>Sitemaps kept.</summary>
    private const int MostSitemaps = 1000;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>The most specific first, and of equals those that allow first: the first that matches decides.</summary>
    private readonly (RobotsPattern Pattern, bool IsAllowed)[] _rules;

    private RobotsRules((RobotsPattern Pattern, bool IsAllowed)[] rules, TimeSpan? crawlDelay, IReadOnlyList<string> sitemaps)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
        Sitemaps = sitemaps;
    }

    public static RobotsRules AllowAll { get; } = new([], null, []);

    public static RobotsRules DisallowAll { get; } = new([(new RobotsPattern("/"u8), false)], null, []);

    /// <summary>Time between two requests that the site asks for, at most a day; null where it asks for none. Not in the RFC, but polite.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Absolute addresses of the site's sitemaps, whomever the lines around them are for.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <param name="productToken">The crawler's name as it stands in its user agent: letters, "-" and "_" ("Sanad"). Case does not count.</param>
    /// <returns>The rules of all groups for the token; where there is none those of all groups for "*"; where there is none either, all is allowed.</returns>
    public static RobotsRules Parse(ReadOnlySpan<byte> bytes, string productToken)
    {
        if (bytes.Length > MostBytes)
        {
            // A line that the limit cuts says something else than its whole.
            int end = bytes[..MostBytes].LastIndexOfAny((byte)'\n', (byte)'\r');
            bytes = bytes[..Math.Max(end, 0)];
        }

        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var own = new Group();
        var any = new Group();
        var sitemaps = new List<string>();
        bool inAgents = false, isOwn = false, isAny = false;
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (!TrySplit(line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)) continue;
            if (Is(name, "user-agent"))
            {
                if (!inAgents) (isOwn, isAny, inAgents) = (false, false, true);
                if (value.StartsWith((byte)'*')) isAny = true;
                else if (Is(Token(value), productToken)) isOwn = own.IsThere = true;
            }
            else if (Is(name, "allow") || Is(name, "disallow"))
            {
                inAgents = false;
                if (value.IsEmpty || !(isOwn || isAny)) continue;
                var rule = (new RobotsPattern(value), Is(name, "allow"));
                if (isOwn) own.Rules.Add(rule);
                if (isAny) any.Rules.Add(rule);
            }
            else if (Is(name, "crawl-delay") && TryReadDelay(value, out TimeSpan delay))
            {
                if (isOwn) own.Slow(delay);
                if (isAny) any.Slow(delay);
            }
            else if (Is(name, "sitemap") && sitemaps.Count < MostSitemaps && Feeds.ListAddress.Resolve(Encoding.UTF8.GetString(value), null) is { } sitemap)
            {
                sitemaps.Add(sitemap);
            }
        }

        Group chosen = own.IsThere ? own : any;
        return new RobotsRules([.. chosen.Rules.OrderByDescending(static rule => rule.Pattern.Length).ThenByDescending(static rule => rule.IsAllowed)], chosen.Delay, sitemaps);
    }

    /// <summary>Whether the site allows the address, of which only path and query count. <c>/robots.txt</c> itself is always allowed.</summary>
    /// <exception cref="InvalidOperationException">The address is relative.</exception>
    public bool Allows(Uri address) => Allows(address.PathAndQuery);

    /// <param name="pathAndQuery">As it would be sent, from the slash on; empty means "/".</param>
    public bool Allows(string pathAndQuery)
    {
        long work = 0;
        return Allows(pathAndQuery, ref work);
    }

    internal bool Allows(string pathAndQuery, ref long work)
    {
        string path = RobotsPattern.Normalized(Encoding.UTF8.GetBytes(pathAndQuery.Length == 0 ? "/" : pathAndQuery));
        if (path == "/robots.txt") return true;
        foreach ((RobotsPattern pattern, bool isAllowed) in _rules)
        {
            if (pattern.Matches(path, ref work)) return isAllowed;
        }

        return true;
    }

    private static bool TrySplit(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int comment = line.IndexOf((byte)'#');
        if (comment >= 0) line = line[..comment];
        int colon = line.IndexOf((byte)':');
        name = colon < 0 ? [] : line[..colon].Trim(" \t"u8);
        value = colon < 0 ? [] : line[(colon + 1)..].Trim(" \t"u8);
        return colon > 0;
    }

    /// <summary>What of a user agent names the crawler: "Sanad" of "Sanad/1.0 (+https://…)".</summary>
    private static ReadOnlySpan<byte> Token(ReadOnlySpan<byte> value)
    {
        int length = 0;
        while (length < value.Length && (char.IsAsciiLetter((char)value[length]) || value[length] is (byte)'-' or (byte)'_')) length++;
        return value[..length];
    }

    private static bool Is(ReadOnlySpan<byte> name, string expected) => name.Length == expected.Length && Ascii.EqualsIgnoreCase(name, expected);

    private static bool TryReadDelay(ReadOnlySpan<byte> value, out TimeSpan delay)
    {
        delay = default;
        if (!Utf8Parser.TryParse(value, out double seconds, out int read) || read != value.Length || !(seconds >= 0)) return false;
        delay = seconds > LongestDelay.TotalSeconds ? LongestDelay : TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>The rules of all groups of one crawler.</summary>
    private sealed class Group
    {
        public List<(RobotsPattern Pattern, bool IsAllowed)> Rules { get; } = [];

        /// <summary>The longest that one of the groups asks for.</summary>
        public TimeSpan? Delay { get; private set; }

        /// <summary>Whether some group names the crawler, with rules or without.</summary>
        public bool IsThere { get; set; }

        public void Slow(TimeSpan delay) => Delay = Delay is { } before && before > delay ? before : delay;
    }
}
