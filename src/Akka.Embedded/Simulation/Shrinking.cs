using System.Globalization;
using System.Text;

namespace Akka.Simulation;

/// <summary>
/// Runs a simulation, and when it fails runs it again with fewer faults for as long as it fails the same way.
/// </summary>
internal sealed class Shrinking<T>(
    long seed, Func<Simulation, T> build, Func<Simulation, T, Task> script, SimulationOptions options)
{
    private int _runs;

    public SimulationResult Run()
    {
        var first = Simulation.RunOnce(seed, build, script, options, new HashSet<int>());
        if (first is { Result: { } result })
        {
            return result;
        }

        var failure = first.Failure!;
        var fewest = Shrink(first);
        throw new SimulationFailedException(
            failure.Reason, seed, Text(failure, fewest ?? failure), failure.Cause);
    }

    private string Text(Simulation.Failure failure, Simulation.Failure fewest)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {failure.Reason} (step {failure.Step}, at {failure.Time:c}; "
            + $"run it again with the same seed)\n");
        if (fewest.Faults.Length > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"faults ({fewest.Faults.Length} of {failure.Faults.Length} are enough):\n");
            text.AppendJoin('\n', fewest.Faults).Append('\n');
        }

        text.Append("who told what to whom before it, in a run with these faults alone:\n");
        return text.AppendJoin('\n', fewest.Chain).ToString();
    }

    /// <summary>Leaves out halves, then quarters and so on, of the faults that are still in.</summary>
    private Simulation.Failure? Shrink(Simulation.Outcome first)
    {
        Simulation.Failure? fewest = null;
        var needed = Enumerable.Range(0, first.FaultsDrawn).ToList();
        for (var size = needed.Count / 2; size >= 1; size /= 2)
        {
            for (var at = 0; at < needed.Count && _runs < options.ShrinkRunsMax;)
            {
                List<int> kept = [.. needed[..at], .. needed[Math.Min(at + size, needed.Count)..]];
                if (FailsWith(kept, first) is { } failure)
                {
                    (needed, fewest) = (kept, failure);
                }
                else
                {
                    at += size;
                }
            }
        }

        if (needed.Count == 1 && FailsWith([], first) is { } without)
        {
            fewest = without;
        }

        return fewest;
    }

    private Simulation.Failure? FailsWith(List<int> faults, Simulation.Outcome first)
    {
        _runs++;
        var leftOut = Enumerable.Range(0, first.FaultsDrawn * 2).Except(faults).ToHashSet();
        var failure = Simulation.RunOnce(seed, build, script, options, leftOut).Failure;
        return string.Equals(failure?.Reason, first.Failure!.Reason, StringComparison.Ordinal) ? failure : null;
    }
}
