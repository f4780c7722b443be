namespace Akka.Actor;

/// <summary>What a scheduler calls now; virtual in tests and simulations.</summary>
public interface ITimeProvider
{
    DateTimeOffset Now { get; }

    /// <summary>Never goes back; its zero is arbitrary.</summary>
    TimeSpan MonotonicClock { get; }

    TimeSpan HighResMonotonicClock { get; }
}
