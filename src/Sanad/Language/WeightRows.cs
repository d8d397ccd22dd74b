using System.Numerics;
using System.Runtime.Intrinsics;

namespace Sanad.Language;

/// <summary>
/// Hashed weights of several labels, kept so that few bytes are touched to look one up: most rows of the table are empty, so that a bit tells which are not and
/// the number of bits before says where a row stands.
/// </summary>
internal sealed class WeightRows
{
    private readonly Block[] _blocks;

    /// <summary>The weights of one feature for all labels, a byte each; the first row is empty.</summary>
    private readonly long[] _rows;
    private readonly float _scale;

    /// <param name="weights">Step of each slot, <see cref="HashedWeights.Labels"/> of them a row.</param>
    /// <param name="scale">What one step is worth.</param>
    public WeightRows(ReadOnlySpan<sbyte> weights, float scale)
    {
        _scale = scale;
        _blocks = new Block[weights.Length / HashedWeights.Labels / 64];
        var rows = new List<long> { 0 };
        for (int row = 0; row < 64 * _blocks.Length; row++)
        {
            ref Block block = ref _blocks[row / 64];
            if (row % 64 == 0) block = new Block(0, rows.Count);
            long steps = Vector64.Create(weights.Slice(row * HashedWeights.Labels, HashedWeights.Labels)).AsInt64().ToScalar();
            if (steps == 0) continue;
            block = block with { Held = block.Held | (1ul << (row % 64)) };
            rows.Add(steps);
        }

        _rows = [.. rows];
    }

    /// <param name="Held">Which of 64 rows are there.</param>
    /// <param name="Before">Rows before them, the empty one in front included.</param>
    private readonly record struct Block(ulong Held, int Before);

    /// <summary>Adds to each label's sum what the features are worth for it; at most 256 features, so that the steps fit.</summary>
    /// <param name="sums">Of all <see cref="HashedWeights.Labels"/>.</param>
    public void Add(ReadOnlySpan<uint> features, Span<float> sums)
    {
        Vector128<short> steps = Vector128<short>.Zero;
        foreach (uint feature in features)
        {
            uint row = feature >> (32 - HashedWeights.Bits + 3);
            Block block = _blocks[row / 64];
            ulong bit = 1ul << (int)(row % 64);
            // Without a branch: whether a row is there is a toss.
            int at = (block.Held & bit) == 0 ? 0 : block.Before + BitOperations.PopCount(block.Held & (bit - 1));
            steps += Vector128.WidenLower(Vector128.CreateScalar(_rows[at]).AsSByte());
        }

        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(steps);
        (Vector128.Create<float>(sums) + (Vector128.ConvertToSingle(low) * _scale)).CopyTo(sums);
        (Vector128.Create<float>(sums[4..]) + (Vector128.ConvertToSingle(high) * _scale)).CopyTo(sums[4..]);
    }
}
