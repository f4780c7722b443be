namespace Barter.Actors;

/// <summary>How a system came to stop.</summary>
public enum TerminationKind
{
    /// <summary>Its handle shut it down.</summary>
    Shutdown,

    /// <summary>A shutdown event was processed.</summary>
    ShutdownEvent,

    /// <summary>Its handle aborted it.</summary>
    Aborted,

    /// <summary>It halted by itself: the core failed, or a part failed too often.</summary>
    Halted,
}
