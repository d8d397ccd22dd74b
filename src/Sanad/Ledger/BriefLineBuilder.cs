using System.Text;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.Ledger;

/// <summary>A line in the making: its text so far, what it cites and what it claims.</summary>
internal sealed class BriefLineBuilder(BriefWords words, CitedSentences cited)
{
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly List<BriefClaim> _claims = [];

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds fixed words of the templates.</summary>
    public void Add(string key) => _text.Append(words[key]);

    /// <summary>Adds a template, calling <paramref name="fill"/> for what stands in its braces.</summary>
    public void Add(string key, Action<string> fill)
    {
        string template = words[key];
        int at = 0;
        for (int open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', at))
        {
            int close = template.IndexOf('}', open);
            _text.Append(template, at, open - at);
            fill(template[(open + 1)..close]);
            at = close + 1;
        }

        _text.Append(template, at, template.Length - at);
    }

    /// <summary>Adds a fact, borne out by the figure or statement at the stretch of the article.</summary>
    public void Claim(ClaimKind kind, string wording, string source, TextSpan at)
    {
        _claims.Add(new BriefClaim(kind, wording, _text.Length, Cite(source, at), at));
        _text.Append(wording);
    }

    /// <summary>Has another article bear out the last claim of a kind, too.</summary>
    public void Witness(ClaimKind kind, string source, TextSpan at)
    {
        int last = _claims.FindLastIndex(claim => claim.Kind == kind);
        _claims.Insert(last + 1, new BriefClaim(kind, _claims[last].Wording, _claims[last].Start, Cite(source, at), at));
    }

    public BriefLine Build(string heading) => new(words[heading], _text.ToString(), _citations, _claims);

    private int Cite(string source, TextSpan at)
    {
        Citation citation = cited.Around(source, at);
        int known = _citations.FindIndex(other => other.Source == source && other.Span == citation.Span);
        if (known >= 0) return known;
        _citations.Add(citation);
        return _citations.Count - 1;
    }
}
