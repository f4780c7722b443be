namespace Barter.Engine.Audit;

/// <summary>Why an event was refused: it changed nothing, and the engine goes on.</summary>
public abstract record EngineError
{
    private EngineError()
    {
    }

    /// <summary>The event names something that is not in the catalog.</summary>
    public sealed record UnknownIndex(string What) : EngineError;

    /// <summary>A number is larger than any account could hold, or not positive where it has to be.</summary>
    public sealed record OutOfRange(string What) : EngineError;
}
