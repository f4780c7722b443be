namespace Akka.TestKit;

/// <summary>Events are muted until it is disposed of.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Ends it.</summary>
    void Unmute();
}
