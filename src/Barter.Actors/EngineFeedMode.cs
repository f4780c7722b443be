namespace Barter.Actors;

/// <summary>On which thread the engine runs. The results are the same.</summary>
public enum EngineFeedMode
{
    /// <summary>On the threads that all actors share.</summary>
    Stream,

    /// <summary>On a thread of its own.</summary>
    Iterator,
}
