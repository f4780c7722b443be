namespace Barter.Cli;

/// <summary>The command line asks for what cannot be; nothing was run.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
