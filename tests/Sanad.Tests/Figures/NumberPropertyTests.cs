using System.Globalization;
using CsCheck;
using Sanad.Figures;
using Xunit;

namespace Sanad.Tests.Figures;

public sealed class NumberPropertyTests
{
    private const long Most = 1_000_000_000_000_000;

    /// <summary>As many numbers of three digits as of fifteen.</summary>
    private static readonly Gen<long> Numbers = Gen.Select(Gen.Int[0, 15], Gen.Long[0, Most]).Select(static (digits, value) => digits == 15 ? value : value % (long)Math.Pow(10, digits + 1));

    [Fact]
    public void A_number_in_words_reads_back_as_itself() => Numbers.Sample(static value =>
    {
        Assert.Equal((double)value, Read($"Sebanyak {SpelledNumber.Of(value, "id")} rumah rusak.", "id"));
        Assert.Equal((double)value, Read($"Exactly {SpelledNumber.Of(value, "en")} houses were damaged.", "en"));
    }, iter: 3000);

    [Fact]
    public void A_number_in_digits_reads_back_as_itself() => Numbers.Sample(static value =>
    {
        string english = value.ToString("#,0", CultureInfo.InvariantCulture);
        Assert.Equal((double)value, Read($"Sebanyak {english.Replace(',', '.')} rumah rusak.", "id"));
        Assert.Equal((double)value, Read($"Exactly {english} houses were damaged.", "en"));
    }, iter: 3000);

    [Fact]
    public void A_number_with_decimals_reads_back_as_itself() => Gen.Select(Gen.Int[0, 999_999], Gen.Int[1, 99]).Sample(static (whole, hundredths) =>
    {
        double value = whole + (hundredths / 100.0);
        string english = value.ToString("#,0.00", CultureInfo.InvariantCulture), indonesian = english.Replace(',', '_').Replace('.', ',').Replace('_', '.');
        Assert.Equal(value, Read($"Harganya naik {indonesian} persen.", "id"), 1e-9);
        Assert.Equal(value, Read($"Prices rose {english} percent.", "en"), 1e-9);
    }, iter: 1000);

    [Fact]
    public void A_scaled_amount_of_money_reads_back_as_itself() => Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 3]).Sample(static (tenths, scale) =>
    {
        string[] indonesian = ["ribu", "juta", "miliar", "triliun"], english = ["thousand", "million", "billion", "trillion"];
        string digits = (tenths / 10.0).ToString("0.0", CultureInfo.InvariantCulture);
        double value = tenths * Math.Pow(1000, scale + 1) / 10;
        Assert.Equal(value, Read($"Kerugiannya Rp {digits.Replace('.', ',')} {indonesian[scale]}.", "id"), value * 1e-9);
        Assert.Equal(value, Read($"The loss was ${digits} {english[scale]}.", "en"), value * 1e-9);
    }, iter: 1000);

    private static double Read(string sentence, string language)
    {
        Figure figure = Assert.Single(Reader.Sentence(sentence, language).Figures);
        Assert.Equal(Bound.Exact, figure.Bound);
        return figure.Low!.Value;
    }
}
