using Sanad.Language;
using Xunit;

namespace Sanad.Tests.Language;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Known = Gazetteer.Load();

    [Theory]
    [InlineData("Cianjur", -6.8, 107.1)]
    [InlineData("Kabupaten Cianjur", -6.8, 107.1)]
    [InlineData("Jawa Barat", -6.9, 107.6)]
    [InlineData("Provinsi Jawa Barat", -6.9, 107.6)]
    [InlineData("West Java province", -6.9, 107.6)]
    [InlineData("the Kursk region", 51.7, 36.2)]
    [InlineData("Moskwa", 55.8, 37.6)]
    [InlineData("Rusia", 61.5, 96.0)]
    [InlineData("Desa Sukamaju, Cianjur", -6.8, 107.1)]
    public void A_known_name_has_its_place_with_and_without_its_kind(string name, double latitude, double longitude)
    {
        GazetteerPlace place = Known.Find(name)!;
        Assert.Equal((latitude, longitude), (place.Latitude, place.Longitude));
    }

    [Theory]
    [InlineData("Tanjung Sowa")]
    [InlineData("Georgia")]
    [InlineData("lima")]
    [InlineData("Kota")]
    [InlineData("Asia")]
    [InlineData("")]
    [InlineData(", ,")]
    public void What_is_unknown_or_two_places_is_nowhere(string name) => Assert.Null(Known.Find(name));

    [Fact]
    public void Both_languages_mean_one_place()
    {
        Assert.Equal(Known.Find("Korea Utara"), Known.Find("North Korea"));
        Assert.Equal(Known.Find("Sumatera Barat")!.Latitude, Known.Find("West Sumatra")!.Latitude);
    }

    [Fact]
    public void Every_listed_state_and_place_lies_somewhere_unless_it_is_too_wide_or_two()
    {
        string[] nowhere = ["GE", "place:africa", "place:asia", "place:europe", "place:indo-pacific", "place:latin-america", "place:middle-east", "place:southeast-asia"];
        SortedSet<string> missing = new(StringComparer.Ordinal);
        foreach (LanguagePack pack in Reader.Languages.All) missing.UnionWith(pack.Places.Select(static form => form.Place.Id).Where(static id => !Known.Ids.Contains(id)));
        Assert.Equal(nowhere, missing);
    }
}
