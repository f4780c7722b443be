using Akka.Configuration;

namespace Akka.Actor;

/// <summary>A step on the way to the end of a system.</summary>
/// <remarks>One that recovers does not keep the next phase from coming when a task fails or is late.</remarks>
internal sealed record ShutdownPhase(
    string Name, IReadOnlyList<string> DependsOn, TimeSpan Timeout, bool Recover, bool Enabled)
{
    /// <summary>Reads the phases and puts each after those that it depends on.</summary>
    /// <exception cref="ArgumentException">Phases depend on each other.</exception>
    public static IReadOnlyList<ShutdownPhase> Read(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout", TimeSpan.FromSeconds(5));
        var known = new OrderedDictionary<string, ShutdownPhase>(StringComparer.Ordinal);
        foreach (var (name, _) in config.GetConfig("phases").AsEnumerable())
        {
            var section = config.GetConfig($"phases.\"{name}\"");
            known.Add(name, new ShutdownPhase(
                name,
                [.. section.GetStringList("depends-on")],
                section.GetTimeSpan("timeout", defaultTimeout),
                section.GetBoolean("recover", true),
                section.GetBoolean("enabled", true)));
        }

        foreach (var name in known.Values.SelectMany(phase => phase.DependsOn).ToArray())
        {
            known.TryAdd(name, new ShutdownPhase(name, [], defaultTimeout, Recover: true, Enabled: true));
        }

        var ordered = new OrderedDictionary<string, ShutdownPhase>(StringComparer.Ordinal);
        foreach (var phase in known.Values)
        {
            Place(phase, known, ordered, []);
        }

        return [.. ordered.Values];
    }

    private static void Place(
        ShutdownPhase phase,
        OrderedDictionary<string, ShutdownPhase> known,
        OrderedDictionary<string, ShutdownPhase> ordered,
        List<string> above)
    {
        if (ordered.ContainsKey(phase.Name))
        {
            return;
        }

        if (above.Contains(phase.Name))
        {
            var cycle = above.Skip(above.IndexOf(phase.Name)).Append(phase.Name);
            throw new ArgumentException(
                $"akka.coordinated-shutdown.phases: there is a cycle, {string.Join(" depends on ", cycle)}");
        }

        above.Add(phase.Name);
        foreach (var name in phase.DependsOn)
        {
            Place(known[name], known, ordered, above);
        }

        above.RemoveAt(above.Count - 1);
        ordered.Add(phase.Name, phase);
    }
}
