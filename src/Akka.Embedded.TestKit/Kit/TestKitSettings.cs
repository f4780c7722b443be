using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings under <c>akka.test</c>.</summary>
public sealed class TestKitSettings : IExtension
{
    private int _testActors;

    public TestKitSettings(Config config)
    {
        DefaultTimeout = config.GetTimeSpan("akka.test.default-timeout", null, false);
        SingleExpectDefault = config.GetTimeSpan("akka.test.single-expect-default", null, false);
        ExpectNoMessageDefault = config.GetTimeSpan("akka.test.expect-no-message-default", null, false);
        TestEventFilterLeeway = config.GetTimeSpan("akka.test.filter-leeway", null, false);
        TestKitStartupTimeout = config.GetTimeSpan("akka.test.testkit-startup-timeout", null, false);
        TestTimeFactor = config.GetDouble("akka.test.timefactor");
        if (TestTimeFactor <= 0)
        {
            throw new ConfigurationException($"akka.test.timefactor is {TestTimeFactor}; it must be above 0");
        }
    }

    /// <summary>Gets how long latches wait.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>Gets how long an expectation of one message waits.</summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>Gets how long the absence of messages is watched.</summary>
    public TimeSpan ExpectNoMessageDefault { get; }

    /// <summary>Gets how long an event filter waits after the tested code has ended.</summary>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary>Gets how long the start of a test actor may take.</summary>
    public TimeSpan TestKitStartupTimeout { get; }

    /// <summary>Gets what time limits are multiplied by.</summary>
    public double TestTimeFactor { get; }

    internal int NextTestActor() => Interlocked.Increment(ref _testActors);
}
