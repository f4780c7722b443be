namespace Barter.Cli.Chaos;

/// <summary>What a session must not do, however it was killed before.</summary>
internal sealed class ChaosException(string message) : Exception(message);
