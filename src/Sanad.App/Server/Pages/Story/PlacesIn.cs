using Sanad.App.Maps;
using Sanad.App.Server.LedgerAccess;
using Sanad.Language;

namespace Sanad.App.Server.Pages.Story;

/// <summary>A story's places, worked out once for all its pages.</summary>
internal sealed class PlacesIn
{
    private static readonly Lazy<Gazetteer> Known = new(Gazetteer.Load);

    private PlacesIn(OpenStory story) => All = StoryPlaces.Of(story.Ledger, Known.Value);

    public IReadOnlyList<NamedPlace> All { get; }

    public static PlacesIn Of(OpenStory story) => story.Derived(static story => new PlacesIn(story));

    /// <summary>From 1: names the place on a page.</summary>
    public static int NumberOf(IReadOnlyList<NamedPlace> places, NamedPlace place)
    {
        for (int i = 0; i < places.Count; i++)
        {
            if (ReferenceEquals(places[i], place)) return i + 1;
        }

        return 0;
    }
}
