namespace Barter.Execution.Simulation;

/// <summary>Where an amount of an asset can be.</summary>
public enum LedgerAccount : byte
{
    /// <summary>Where deposits come from; zero or negative.</summary>
    External,

    /// <summary>Ours, held by nothing; zero or positive.</summary>
    Free,

    /// <summary>Ours, held by resting orders; zero or positive.</summary>
    Reserved,

    /// <summary>Ours, held from the beginning by something that is not simulated; zero or positive.</summary>
    Locked,

    /// <summary>With those whom we traded with; negative where they gave more than they got.</summary>
    Market,

    /// <summary>With the exchange: fees paid less rebates received.</summary>
    Fees,
}
