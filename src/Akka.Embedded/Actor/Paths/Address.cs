namespace Akka.Actor;

/// <summary>
/// Where an actor system is: <c>akka://name</c>, with host and port for one that is reached over a network.
/// </summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>
{
    public static readonly Address AllSystems = new("akka", "all-systems");

    private readonly string _text;

    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        (Protocol, System, Host, Port) = (protocol, system, host, port);
        _text = host is null
            ? $"{protocol}://{system}"
            : $"{protocol}://{system}@{host}{(port is null ? "" : $":{port}")}";
    }

    public string Protocol { get; }

    public string System { get; }

    public string? Host { get; }

    public int? Port { get; }

    public bool HasLocalScope => Host is null;

    public bool HasGlobalScope => Host is not null;

    public bool Equals(Address? other) =>
        other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Address);

    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    public int CompareTo(Address? other) => string.CompareOrdinal(_text, other?._text);

    public override string ToString() => _text;

    public static bool operator ==(Address? left, Address? right) => Equals(left, right);

    public static bool operator !=(Address? left, Address? right) => !Equals(left, right);
}
