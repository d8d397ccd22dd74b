namespace Sanad.Language;

/// <summary>What the speaker does by saying it.</summary>
public enum Act
{
    Say,
    Confirm,
    Deny,

    /// <summary>Refuses to confirm or deny.</summary>
    Neither,
    Predict,
    Estimate,
    Warn,
    Urge,
    Condemn,
    Accuse,
    Announce,
    Agree,
    Ask,
}
