namespace Sanad.Attribution.Learned;

/// <summary>A cue with the likeliest answers to all questions, and how sure each was: what the verdict is about.</summary>
/// <param name="Heart">Log odds that the token is the heart of a cue.</param>
/// <param name="Source">Chance of the source's bounds.</param>
/// <param name="Content">Chance of the content's bounds.</param>
internal readonly record struct Proposal(Answers Answers, float Heart, float Source, float Content)
{
    public int Cue => Answers.Cue;

    public float Chance => Content / (1 + MathF.Exp(-Heart));

    public TokenRange SourceRange => Range(Answers.SourceStart, Answers.SourceEnd);

    public TokenRange Left => Range(Answers.LeftStart, Answers.LeftEnd);

    public TokenRange Right => Range(Answers.RightStart, Answers.RightEnd);

    public bool Holds(int token) => Left.Contains(token) || Right.Contains(token);

    public int Length => Left.End - Left.First + Right.End - Right.First;

    public int Shared(in Proposal other) => Shared(Left, other.Left) + Shared(Left, other.Right) + Shared(Right, other.Left) + Shared(Right, other.Right);

    private static int Shared(TokenRange a, TokenRange b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.First, b.First));

    private static TokenRange Range(int first, int end) => first < 0 ? default : new TokenRange(first, end);
}
