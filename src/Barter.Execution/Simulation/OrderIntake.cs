namespace Barter.Execution.Simulation;

/// <summary>What became of an order at the door of an exchange.</summary>
public enum OrderIntake
{
    /// <summary>It came for the first time; what the exchange made of it is reported.</summary>
    Taken,

    /// <summary>It has come before; one that is open is reported as it is.</summary>
    Again,

    /// <summary>Another order has its id; the refusal is reported.</summary>
    OtherTerms,

    /// <summary>It came for the first time, and too late; the refusal is reported.</summary>
    TooLate,
}
