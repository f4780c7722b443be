using Akka.Configuration;

namespace Akka.TestKit.Configs;

/// <summary>Settings for tests.</summary>
public static class TestConfigs
{
    private const string DefaultResource = "Akka.TestKit.TestKit.conf";

    /// <summary>Gets what systems of tests fall back to.</summary>
    public static Config DefaultConfig { get; } =
        ConfigurationFactory.FromResource(DefaultResource, typeof(TestConfigs).Assembly);

    /// <summary>Gets what gives a system virtual time: a <see cref="TestScheduler"/>.</summary>
    public static Config TestSchedulerConfig { get; } = ConfigurationFactory.ParseString(
        """akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """);
}
