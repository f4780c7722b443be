using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Begins the options of a supervisor that starts its child again after a growing delay.</summary>
public static class Backoff
{
    /// <summary>For a child that fails: it is not restarted, but stopped and started anew after the delay.</summary>
    /// <param name="childProps">How the child is made.</param>
    /// <param name="childName">The name of each incarnation.</param>
    /// <param name="minBackoff">The first delay.</param>
    /// <param name="maxBackoff">The longest delay, before chance is added.</param>
    /// <param name="randomFactor">How much a delay may grow by chance: 0.2 is up to a fifth.</param>
    /// <param name="maxNrOfRetries">After so many the supervisor stops; -1 for no limit.</param>
    public static BackoffOptions OnFailure(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new BackoffOptionsImpl(
            BackoffSettings.Of(childProps, childName, minBackoff, maxBackoff, randomFactor), startsOnFailure: true)
            .WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>For a child that stops when something is wrong: whenever it has ended it is started anew.</summary>
    /// <inheritdoc cref="OnFailure" path="/param"/>
    public static BackoffOptions OnStop(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new BackoffOptionsImpl(
            BackoffSettings.Of(childProps, childName, minBackoff, maxBackoff, randomFactor), startsOnFailure: false)
            .WithMaxNrOfRetries(maxNrOfRetries);
}
