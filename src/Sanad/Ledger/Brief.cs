using Sanad.Stories;

namespace Sanad.Ledger;

/// <summary>A story on a page. Every line stands on its citations and was checked against them.</summary>
/// <param name="Summary">How many articles, outlets and origins, and from when to when.</param>
/// <param name="Dropped">Lines that their citations did not bear out, with the reason; they are not shown.</param>
public sealed record Brief(string Title, string Summary, IReadOnlyList<BriefLine> Lines, IReadOnlyList<(BriefLine Line, string Reason)> Dropped);

/// <summary>One line of a brief, built from a template; <see cref="Claims"/> are all the facts that were filled in.</summary>
public sealed record BriefLine(string Heading, string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<BriefClaim> Claims);

public enum ClaimKind
{
    /// <summary>Words given in quotation marks; an ellipsis at the end stands for the rest.</summary>
    Words,
    Speaker,
    Act,
    Day,

    /// <summary>A figure with its hedge.</summary>
    Value,

    /// <summary>The name of a quantity or place.</summary>
    Name,
}

/// <summary>A fact of a line as it is worded there, and the citation (index in the line's list) that must bear it out.</summary>
public sealed record BriefClaim(ClaimKind Kind, string Wording, int Citation);
