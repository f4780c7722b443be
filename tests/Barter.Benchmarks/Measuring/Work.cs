namespace Barter.Benchmarks.Measuring;

/// <summary>Something that can be done again and again.</summary>
/// <param name="Operations">How many operations one round of it has.</param>
/// <param name="Round">Does them all.</param>
internal sealed record Work(int Operations, Func<Task> Round)
{
    /// <summary>Work that never waits.</summary>
    public static Work Of(int operations, Action round) => new(operations, () =>
    {
        round();
        return Task.CompletedTask;
    });
}
