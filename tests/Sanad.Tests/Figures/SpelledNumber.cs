namespace Sanad.Tests.Figures;

/// <summary>Prints whole numbers up to 10^15 in words, as the readers must take them back.</summary>
internal static class SpelledNumber
{
    private static readonly string[] IndonesianDigits = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

    private static readonly string[] EnglishSmall =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string Of(long value, string language) => value == 0 ? (language == "id" ? "nol" : "zero") : language == "id" ? Indonesian(value) : English(value);

    private static string Indonesian(long value) => value switch
    {
        >= 1_000_000_000_000 => Scaled(value, 1_000_000_000_000, "triliun"),
        >= 1_000_000_000 => Scaled(value, 1_000_000_000, "miliar"),
        >= 1_000_000 => Scaled(value, 1_000_000, "juta"),
        >= 2_000 => Scaled(value, 1_000, "ribu"),
        >= 1_000 => Joined("seribu", Indonesian(value - 1_000)),
        >= 200 => Joined(IndonesianDigits[value / 100] + " ratus", Indonesian(value % 100)),
        >= 100 => Joined("seratus", Indonesian(value - 100)),
        >= 20 => Joined(IndonesianDigits[value / 10] + " puluh", IndonesianDigits[value % 10]),
        >= 12 => IndonesianDigits[value - 10] + " belas",
        11 => "sebelas",
        10 => "sepuluh",
        _ => IndonesianDigits[value],
    };

    private static string Scaled(long value, long scale, string word) => Joined(Indonesian(value / scale) + " " + word, Indonesian(value % scale));

    private static string English(long value) => value switch
    {
        >= 1_000_000_000_000 => Joined(English(value / 1_000_000_000_000) + " trillion", English(value % 1_000_000_000_000)),
        >= 1_000_000_000 => Joined(English(value / 1_000_000_000) + " billion", English(value % 1_000_000_000)),
        >= 1_000_000 => Joined(English(value / 1_000_000) + " million", English(value % 1_000_000)),
        >= 1_000 => Joined(English(value / 1_000) + " thousand", English(value % 1_000)),
        >= 100 => Joined(EnglishSmall[value / 100] + " hundred", English(value % 100)),
        >= 20 => EnglishTens[value / 10] + (value % 10 > 0 ? "-" + EnglishSmall[value % 10] : ""),
        _ => EnglishSmall[value],
    };

    private static string Joined(string first, string rest) => rest.Length == 0 ? first : first + " " + rest;
}
