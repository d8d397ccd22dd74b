using System.Globalization;
using Sanad.App.Storage.Sqlite;
using Sanad.Attribution;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>Tells all that a party said, over the stories in which he speaks, under whatever name an article gives him there.</summary>
internal sealed class PartyDesk(LedgerPool pool, StoryCache stories)
{
    /// <summary>Stories that are opened for one party. Of somebody who speaks in more, the rows of the ledger tell, each article for itself.</summary>
    private const int MostStories = 24;

    /// <param name="skip">Statements before those that are wanted, newest first.</param>
    /// <returns>Null where nobody of that id has said anything.</returns>
    /// <exception cref="Storage.LedgerException">The ledger cannot be read.</exception>
    public async Task<PartyRecord?> FindAsync(string party, int skip, int limit, CancellationToken stop)
    {
        IReadOnlyList<long> numbers = pool.Use(ledger => ledger.StoriesOfParty(party, MostStories + 1));
        var said = new List<(OpenStory Story, Analysis In, Statement Statement, DateOnly? On)>();
        foreach (long number in numbers.Take(numbers.Count > MostStories ? 0 : MostStories))
        {
            if (await stories.FindAsync(number, stop) is not { } story) continue;
            StoryPeople people = StoryPeople.Of(story);
            foreach (Analysis analysis in story.Ledger.Articles)
            {
                foreach (Statement statement in analysis.Statements)
                {
                    if (people.Speaks(analysis.Article.Source, statement.Speaker, party)) said.Add((story, analysis, statement, statement.Said?.First ?? analysis.Publication.Anchor));
                }
            }
        }

        if (said.Count == 0) return pool.Use(ledger => ledger.PartyOf(party, skip, limit));
        List<string> names = [.. said.Where(static one => one.Statement.Speaker is { Name: not null, PartyIds.Count: <= 1 }).GroupBy(static one => one.Statement.Speaker.Name!, StringComparer.Ordinal)
            .OrderByDescending(static name => name.Count()).ThenBy(static name => name.Key, StringComparer.Ordinal).Select(static name => name.Key)];
        if (names.Count == 0) names.Add(said[0].Statement.Speaker.Name ?? party);
        List<PartyRole> roles = [.. said.Where(static one => one.Statement.Speaker.Role is not null).GroupBy(static one => one.Statement.Speaker.Role!, StringComparer.Ordinal)
            .Select(static role => new PartyRole(role.Key, Iso(role.Min(static one => one.On)), Iso(role.Max(static one => one.On)), role.Count()))
            .OrderBy(static role => role.First is null).ThenBy(static role => role.First, StringComparer.Ordinal).ThenBy(static role => role.Role, StringComparer.Ordinal).Take(50)];
        List<PartyStory> of = [.. said.GroupBy(static one => one.Story).Select(static story => new PartyStory(story.Key.Number, story.Key.Ledger.Title, story.Count())).OrderByDescending(static story => story.Statements).ThenBy(static story => story.Number)];
        List<PartyStatement> newest = [.. said.OrderByDescending(static one => one.On ?? DateOnly.MinValue).Skip(skip).Take(limit).Select(static one => new PartyStatement(
            one.Story.Number, one.Story.NumberOf(one.In.Article.Source), one.In.Article.Outlet, one.In.Article.Title, Iso(one.On), one.Statement.Id, one.Statement.Speaker.Role,
            one.Statement.Act.ToString().ToLowerInvariant(), one.Statement.Content, one.In.ContentOf(one.Statement)))];
        return new PartyRecord(party, names[0], names[1..], roles, of, said.Count, newest);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
