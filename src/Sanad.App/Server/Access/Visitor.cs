namespace Sanad.App.Server.Access;

/// <summary>How somebody who asks is known.</summary>
internal enum VisitorKind
{
    /// <summary>Not at all, but for asking from this machine.</summary>
    Here,
    Token,

    /// <summary>He signed in.</summary>
    Account,
}

/// <summary>Who asks.</summary>
/// <param name="Name">Whose token or account it is: the author of what he corrects. Empty for somebody at this machine.</param>
/// <param name="Granted">What he may, beside reading.</param>
internal sealed record Visitor(string Name, IReadOnlyList<string> Granted, VisitorKind Kind)
{
    /// <summary>Somebody at this machine.</summary>
    /// <param name="letsAdd">Whether whoever sits here may add pages.</param>
    public static Visitor Here(bool letsAdd) => new("", letsAdd ? [Scopes.Add] : [], VisitorKind.Here);

    public bool Allows(string scope) => scope == Scopes.Read || Granted.Contains(scope) || Granted.Contains(Scopes.Admin);
}
