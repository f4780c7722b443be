namespace Barter.Actors;

/// <summary>On which thread a session runs. The results are the same.</summary>
public enum EngineFeedMode
{
    /// <summary>On the threads that all actors share.</summary>
    Stream,

    /// <summary>
    /// On a thread of its own, which stays awake for a while when there is nothing to do: quicker, and costs a core as
    /// long as market data flows (<c>barter.engine-dispatcher</c>). At rest it sleeps.
    /// </summary>
    Iterator,
}
