using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The settings that a system starts with.</summary>
public sealed class BootstrapSetup : Setup.Setup
{
    private BootstrapSetup(Config? config) => Config = config;

    /// <summary>Null for the defaults alone.</summary>
    public Config? Config { get; }

    public static BootstrapSetup Create() => new(null);

    /// <summary>Settings that go before the defaults.</summary>
    public BootstrapSetup WithConfig(Config config) => new(config);
}
