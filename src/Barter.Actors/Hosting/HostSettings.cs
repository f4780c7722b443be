using Akka.Configuration;
using Barter.Actors.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Barter.Actors.Hosting;

/// <summary>What the sessions of a host have in common: its configuration, its folder and the HOCON settings.</summary>
internal sealed class HostSettings
{
    private const string HoconKey = "Barter:Hocon";

    private readonly IConfiguration? _configuration;
    private readonly string _root;

    /// <exception cref="ConfigurationException">The HOCON file is missing, or a value in it cannot be.</exception>
    public HostSettings(IConfiguration? configuration, IHostEnvironment? environment)
    {
        (_configuration, _root) = (configuration, environment?.ContentRootPath ?? "");
        Hocon = configuration?[HoconKey] is { } file ? Parse(file) : Config.Empty;
        Session = SessionSettings.Of(Hocon);
    }

    public Config Hocon { get; }

    public SessionSettings Session { get; }

    public IConfigurationSection? Section(string key) => _configuration?.GetSection(key);

    public string PathOf(string path) => Path.Combine(_root, path);

    private Config Parse(string file)
    {
        try
        {
            return ConfigurationFactory.ParseString(File.ReadAllText(PathOf(file)));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or FormatException
            or ConfigurationException)
        {
            throw new ConfigurationException($"{HoconKey} = '{file}': {unusable.Message}", unusable);
        }
    }
}
