using System.Security.Cryptography;

namespace Sanad.App.Hooks;

/// <summary>Somebody who is told of changes over HTTP.</summary>
/// <param name="Id">By which it is listed and removed.</param>
/// <param name="Secret">What messages to it are signed with, as <see cref="HookSignature.NewSecret"/> makes it.</param>
/// <param name="Story">The story whose changes it is told; null for all.</param>
/// <param name="Kinds">The kinds of change it is told; empty for all.</param>
/// <param name="Ended">Why it is told nothing more; null while it is.</param>
internal sealed record Hook(string Id, string Url, string Secret, long? Story, IReadOnlyList<string> Kinds, DateTimeOffset Made, string? Ended = null)
{
    /// <summary>How often telling it failed since it last went well.</summary>
    public int Failures { get; init; }

    /// <summary>Messages that wait, and those that were given up.</summary>
    public long Waiting { get; init; }

    /// <inheritdoc cref="Waiting"/>
    public long Dead { get; init; }

    /// <summary>One that was not there, with an id and a secret of its own.</summary>
    public static Hook New(string url, long? story, IEnumerable<string> kinds, DateTimeOffset now) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), url, HookSignature.NewSecret(), story, [.. kinds.Distinct(StringComparer.Ordinal)], now);
}

/// <summary>How far a message to a hook has come.</summary>
internal enum DeliveryState
{
    Waiting,
    Delivered,

    /// <summary>Given up after as many tries as there are; <c>sanad hook retry</c> has it tried again.</summary>
    Dead,
}

/// <summary>One change that a hook is to be told of.</summary>
/// <param name="Due">When it is tried next, where it waits.</param>
/// <param name="Tried">When it was tried last; null where it was not.</param>
/// <param name="Status">What the other side answered last; null where there was no answer.</param>
/// <param name="Error">Why the last try failed; null where it did not.</param>
internal sealed record Delivery(long Number, string Hook, long Change, string Kind, DeliveryState State, int Tries, DateTimeOffset Due, DateTimeOffset? Tried, int? Status, string? Error);
