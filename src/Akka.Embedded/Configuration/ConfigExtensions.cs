using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>What can be asked of a configuration that may be null.</summary>
public static class ConfigExtensions
{
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config is null or { IsEmpty: true };

    /// <summary>The configuration over the fallback, where either may be null or empty.</summary>
    public static Config? SafeWithFallback(this Config? config, Config? fallback) =>
        config.IsNullOrEmpty() ? fallback
        : fallback.IsNullOrEmpty() ? config
        : config.WithFallback(fallback);
}
