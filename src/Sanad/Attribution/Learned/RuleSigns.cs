using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>What the rules before found in the sentence, token by token.</summary>
internal sealed class RuleSigns
{
    private readonly uint[] _cue, _content, _speaker;
    private readonly int _first;

    public RuleSigns(SentenceView view, List<Candidate> candidates)
    {
        _first = view.First;
        int count = view.End - view.First;
        (_cue, _content, _speaker) = (new uint[count + 1], new uint[count + 1], new uint[count + 1]);
        for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence == view.Index; i--)
        {
            Candidate candidate = candidates[i];
            Mark(_cue, candidate.Cue, FeatureList.Of(candidate.Rule));
            Mark(_speaker, candidate.Speaker, 1);
            foreach (TokenRange piece in candidate.Content)
            {
                for (int k = Math.Max(piece.First, _first); k < piece.End; k++) MarkEdge(k, 1);
                MarkEdge(piece.First, 2);
                MarkEdge(piece.End, 4);
            }
        }
    }

    /// <summary>Hash of the name of the rule whose cue covers the token; 0 for none.</summary>
    public uint CueAt(int token) => At(_cue, token);

    /// <summary>1 inside a content, with 2 where one begins and 4 where one ended right before.</summary>
    public uint ContentAt(int token) => At(_content, token);

    public uint SpeakerAt(int token) => At(_speaker, token);

    private uint At(uint[] marks, int token) => (uint)(token - _first) < (uint)marks.Length ? marks[token - _first] : 0;

    private void Mark(uint[] marks, TokenRange range, uint value)
    {
        for (int i = Math.Max(range.First, _first); i < range.End && i - _first < marks.Length; i++) marks[i - _first] = value;
    }

    private void MarkEdge(int token, uint value)
    {
        if ((uint)(token - _first) < (uint)_content.Length) _content[token - _first] |= value;
    }
}
