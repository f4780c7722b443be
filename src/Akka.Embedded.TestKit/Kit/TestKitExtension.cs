using Akka.Actor;
using Akka.TestKit.Configs;

namespace Akka.TestKit;

/// <summary>Reads the settings of the test kit once for each system.</summary>
public sealed class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    public static TestKitSettings For(ActorSystem system) => new TestKitExtension().Apply(system);

    public override TestKitSettings CreateExtension(ExtendedActorSystem system) =>
        new(system.Settings.Config.WithFallback(TestConfigs.DefaultConfig));
}
