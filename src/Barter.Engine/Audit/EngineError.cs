namespace Barter.Engine.Audit;

/// <summary>Why an event was refused: it changed nothing, and the engine goes on.</summary>
public abstract record EngineError
{
    private EngineError()
    {
    }

    /// <summary>The event names something that is not in the catalog.</summary>
    public sealed record UnknownIndex(string What) : EngineError;

    /// <summary>A number is so large that no account could hold it.</summary>
    public sealed record OutOfRange(string What) : EngineError;
}
