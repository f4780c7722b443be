namespace Akka.TestKits;

internal sealed record Ping(int Number);

internal sealed record Pong(string Text);

/// <summary>Prints nothing of its own.</summary>
internal sealed class Mute;
