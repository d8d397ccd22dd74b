namespace Sanad.App.Server.Pages;

/// <param name="Farewell">Where the provider of accounts lets a reader sign out there as well; null where it has no such page.</param>
public sealed record SignedOutModel(string? Farewell);
