using System.Buffers.Binary;

namespace Sanad.Language;

/// <summary>What hashed features are worth, learned by a command of the repository and kept as bytes beside the word lists.</summary>
internal sealed class HashedWeights
{
    /// <summary>Weights there is room for, as a power of two.</summary>
    public const int Bits = 22;

    private const int Magic = 0x53574731;
    private readonly sbyte[] _weights;
    private readonly float _scale;

    /// <param name="scale">What one step of a weight is worth.</param>
    private HashedWeights(sbyte[] weights, float scale) => (_weights, _scale) = (weights, scale);

    /// <summary>Weights rounded to steps of <paramref name="scale"/>, as they are kept.</summary>
    public static HashedWeights Of(ReadOnlySpan<float> weights, float scale)
    {
        var steps = new sbyte[1 << Bits];
        for (int i = 0; i < steps.Length; i++) steps[i] = (sbyte)Math.Clamp((int)MathF.Round(weights[i] / scale), sbyte.MinValue, sbyte.MaxValue);
        return new HashedWeights(steps, scale);
    }

    public static int SlotOf(uint feature) => (int)(feature >> (32 - Bits));

    /// <summary>Labels that one feature has weights for, side by side, in <see cref="WeightRows"/>.</summary>
    public const int Labels = 8;

    /// <summary>Slot of the feature's weight for label 0; the other labels' follow.</summary>
    public static int RowOf(uint feature) => SlotOf(feature) & ~(Labels - 1);

    public float Sum(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features) sum += _weights[SlotOf(feature)];
        return sum * _scale;
    }

    /// <summary>The same for looking up all labels of a feature at once.</summary>
    public WeightRows ToRows() => new(_weights, _scale);

    /// <summary>The weights of <c>languages/CODE/NAME</c>; null when the language has no such file.</summary>
    public static HashedWeights? Load(string code, string name)
    {
        using Stream? stream = LanguageFile.Open(code, name);
        return stream is null ? null : Read(stream, $"{code}/{name}");
    }

    /// <exception cref="LanguageFileException">The bytes are no weights.</exception>
    public static HashedWeights Read(Stream stream, string file)
    {
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < 8 || BinaryPrimitives.ReadInt32LittleEndian(bytes) != Magic) throw new LanguageFileException(file, 0, "no weights");
        float scale = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4));
        var weights = new sbyte[1 << Bits];
        int slot = -1;
        for (int i = 8; i < bytes.Length;)
        {
            int gap = 0, shift = 0;
            while (bytes[i] >= 0x80)
            {
                gap |= (bytes[i++] & 0x7F) << shift;
                shift += 7;
            }

            gap |= bytes[i++] << shift;
            slot += gap + 1;
            weights[slot] = (sbyte)bytes[i++];
        }

        return new HashedWeights(weights, scale);
    }

    /// <summary>Writes the weights that are not nothing: the gap to the slot before in seven bits a byte, then the weight as one signed byte.</summary>
    public void Write(Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteSingleLittleEndian(head[4..], _scale);
        stream.Write(head);
        int before = -1;
        for (int i = 0; i < _weights.Length; i++)
        {
            if (_weights[i] == 0) continue;
            int gap = i - before - 1;
            for (; gap >= 0x80; gap >>= 7) stream.WriteByte((byte)(gap | 0x80));
            stream.WriteByte((byte)gap);
            stream.WriteByte((byte)_weights[i]);
            before = i;
        }
    }
}
