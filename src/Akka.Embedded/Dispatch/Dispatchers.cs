using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The dispatchers of a system, each made when it is first used.</summary>
public sealed class Dispatchers
{
    /// <summary>The id of the dispatcher that actors run on unless their props say otherwise.</summary>
    public static readonly string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>The id of the dispatcher that the runtime's own actors run on.</summary>
    public static readonly string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private readonly ConcurrentDictionary<string, MessageDispatcher> _known = new(StringComparer.Ordinal);
    private readonly Config _config;
    private readonly Machine _machine;

    internal Dispatchers(Config config, Machine machine) => (_config, _machine) = (config, machine);

    public MessageDispatcher DefaultGlobalDispatcher => Lookup(DefaultDispatcherId);

    /// <exception cref="ConfigurationException">There are no such settings, or they make no dispatcher.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        ArgumentNullException.ThrowIfNull(dispatcherName);
        return _known.TryGetValue(dispatcherName, out var known)
            ? known
            : _known.GetOrAdd(dispatcherName, Make(dispatcherName));
    }

    public bool HasDispatcher(string id) => _known.ContainsKey(id) || _config.HasPath(id);

    /// <summary>Adds one that is made by code.</summary>
    internal void Register(string id, MessageDispatcher dispatcher) => _known[id] = dispatcher;

    private MessageDispatcher Make(string id)
    {
        if (!_config.HasPath(id))
        {
            throw new ConfigurationException($"dispatcher [{id}] is not configured; add {id} {{ type = Dispatcher }}");
        }

        var settings = _config.GetConfig(id).WithFallback(_config.GetConfig(DefaultDispatcherId));
        var throughput = settings.GetInt("throughput", 30);
        if (throughput <= 0)
        {
            throw new ConfigurationException($"{id}.throughput = {throughput}: it must be above 0");
        }

        return _machine.NewDispatcher(id, throughput, settings);
    }
}
