namespace Sanad;

/// <summary>That an entry is as a person corrected it, and no longer as the program found it.</summary>
/// <param name="Id">The correction's, by which it can be looked up and undone; of several the last one's.</param>
/// <param name="At">When it was corrected, in UTC.</param>
/// <param name="Was">What was found, in words; empty where nothing was.</param>
public sealed record Corrected(string Id, string By, DateTimeOffset At, string Reason, string Was);
