using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A configuration that cannot be read, or that lacks what is asked of it.</summary>
public class ConfigurationException : AkkaException
{
    public ConfigurationException(string message) : base(message)
    {
    }

    public ConfigurationException(string message, Exception? exception) : base(message, exception)
    {
    }

    /// <summary>For a <typeparamref name="T"/> that was handed no configuration.</summary>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) =>
        new($"{typeof(T).Name} needs a configuration, but {(path is null ? "its section" : $"'{path}'")} is empty; " +
            "define it, or pass a configuration with the reference as fallback");
}
