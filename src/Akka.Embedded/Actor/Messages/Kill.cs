namespace Akka.Actor;

/// <summary>Makes an actor throw <see cref="ActorKilledException"/>, which by default stops it.</summary>
public sealed class Kill : IAutoReceivedMessage, IPossiblyHarmful
{
    private Kill()
    {
    }

    public static Kill Instance { get; } = new();

    public override string ToString() => "<Kill>";
}
