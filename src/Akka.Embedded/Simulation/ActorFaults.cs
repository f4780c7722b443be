namespace Akka.Simulation;

/// <summary>What can happen to some actors when they are about to process a message.</summary>
public sealed class ActorFaults
{
    private double _crash;
    private double _pause;
    private TimeSpan _pauseFrom;
    private TimeSpan _pauseTo;

    internal ActorFaults(PathPattern pattern) => Pattern = pattern;

    internal PathPattern Pattern { get; }

    /// <summary>It throws <see cref="SimulatedCrashException"/>, before the message is processed or after it.</summary>
    /// <param name="probability">0 to 1.</param>
    public ActorFaults Crash(double probability)
    {
        _crash = Probability.Checked(probability);
        return this;
    }

    /// <summary>It processes the message and then nothing for some time.</summary>
    public ActorFaults Pause(double probability, TimeSpan from, TimeSpan to)
    {
        (_pause, _pauseFrom, _pauseTo) = (Probability.Checked(probability), from, to);
        return this;
    }

    internal bool Crashes(Chance chance) => chance.Happens(_crash);

    internal TimeSpan? Pauses(Chance chance) =>
        chance.Happens(_pause) ? chance.Between(_pauseFrom, _pauseTo) : null;
}
