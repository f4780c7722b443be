namespace Barter.Actors.Hosting;

/// <summary>The trading sessions of a host, by name.</summary>
public interface ITradingSessions
{
    /// <summary>All of them, in the order in which they were added.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The handle of a session that has started, also when it has stopped again.</summary>
    /// <exception cref="KeyNotFoundException">The host has no session of that name.</exception>
    /// <exception cref="InvalidOperationException">It has not started.</exception>
    SystemHandle this[string name] { get; }

    /// <summary>The handle of a session, as soon as it has started.</summary>
    /// <exception cref="KeyNotFoundException">The host has no session of that name.</exception>
    /// <exception cref="Exception">What kept the session from starting.</exception>
    Task<SystemHandle> StartedAsync(string name, CancellationToken cancellationToken = default);
}
