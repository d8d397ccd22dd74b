using Xunit;

namespace Sanad.Tests.Parties;

/// <summary>Names, titles and pronouns that mean one party.</summary>
public sealed class PartyTests
{
    [Theory]
    [InlineData("Presiden Volodymyr Zelensky tiba di Jakarta. Zelenskyy mengatakan perundingan berlanjut.", "Volodymyr Zelensky")]
    [InlineData("Menteri Sergei Darmono tiba. Sergey Darmono mengatakan pakta sudah diteken.", "Sergei Darmono")]
    [InlineData("Menteri Luar Negeri Amerika Serikat Rana Sulaiman tiba. Menlu AS mengatakan pakta sudah diteken.", "Rana Sulaiman")]
    [InlineData("Menlu AS Rana Sulaiman tiba. Diplomat tertinggi AS itu mengatakan pakta sudah diteken.", "Rana Sulaiman")]
    [InlineData("Menhan AS Rana Sulaiman dan Menhan Korsel Tomas Beliu bertemu. Keduanya mengatakan pakta sudah diteken.", "Rana Sulaiman; Tomas Beliu")]
    [InlineData("Moskow mengatakan pakta sudah diteken.", "Rusia")]
    [InlineData("DPRK mengatakan pakta sudah diteken.", "Korea Utara")]
    [InlineData("Korut mengatakan pakta sudah diteken.", "Korea Utara")]
    public void Means(string text, string speaker) => Assert.Equal(speaker, Assert.Single(Reader.Sentence(text, "id").Statements).Speaker.Name);

    [Fact]
    public void Two_who_share_a_surname_stay_two()
    {
        Analysis analysis = Reader.Sentence("Bupati Rana Sulaiman tiba. Camat Tomas Sulaiman mengatakan jalan sudah dibuka.", "id");
        Assert.Equal("Tomas Sulaiman", Assert.Single(analysis.Statements).Speaker.Name);
    }
}
