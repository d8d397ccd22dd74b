namespace Sanad.App.Fetching;

/// <summary>One successful fetch of an address, for the memory of the next.</summary>
/// <param name="Url">As it was asked for.</param>
internal sealed record Visit(string Url, Validators Validators);
