using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Akka.Actor;

/// <summary>The place of an actor in the tree: <c>akka://system/user/parent/child</c>.</summary>
/// <remarks>
/// Two paths are equal when they read the same; the uid tells incarnations apart and is no part of that.
/// </remarks>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>The uid of what has no incarnations.</summary>
    public const long UndefinedUid = 0;

    internal const long Undefined = UndefinedUid;

    private const string Allowed = "-_.*$+:@&=,!~';()";

    private string? _withAddress;
    private string? _withoutAddress;
    private int _hash;

    private protected ActorPath(Address address, string name, long uid) => (Address, Name, Uid) = (address, name, uid);

    public Address Address { get; }

    public string Name { get; }

    /// <summary>Different for each incarnation in one system.</summary>
    public long Uid { get; }

    public abstract ActorPath Parent { get; }

    public abstract ActorPath Root { get; }

    /// <summary>Distance from the root.</summary>
    public abstract int Depth { get; }

    /// <summary>Names from the root down, the root itself left out.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var names = new string[Depth];
            var path = this;
            for (var at = names.Length - 1; at >= 0; at--)
            {
                names[at] = path.Name;
                path = path.Parent;
            }

            return names;
        }
    }

    public static ActorPath operator /(ActorPath path, string name) => new ChildActorPath(path, name, Undefined);

    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) =>
        name.Aggregate(path, (parent, element) => parent / element);

    public static bool operator ==(ActorPath? left, ActorPath? right) => Equals(left, right);

    public static bool operator !=(ActorPath? left, ActorPath? right) => !Equals(left, right);

    /// <summary>
    /// Letters and digits of ASCII, any of <c>-_.*$+:@&amp;=,!~';()</c> and %-escapes; it must not begin with a dollar
    /// sign.
    /// </summary>
    public static bool IsValidPathElement(string s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$')
        {
            return false;
        }

        for (var at = 0; at < s.Length; at++)
        {
            var isEscape = s[at] == '%' && at + 2 < s.Length
                && char.IsAsciiHexDigit(s[at + 1]) && char.IsAsciiHexDigit(s[at + 2]);
            if (!isEscape && !char.IsAsciiLetterOrDigit(s[at]) && !Allowed.Contains(s[at], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="UriFormatException">The text is no path.</exception>
    public static ActorPath Parse(string path) => TryParse(path, out var parsed)
        ? parsed
        : throw new UriFormatException($"'{path}' is no actor path; write for example akka://system/user/name");

    public static bool TryParse(string path, [MaybeNullWhen(false)] out ActorPath actorPath)
    {
        actorPath = null;
        var schemeEnd = path.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd <= 0 || !path.StartsWith("akka", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = path[(schemeEnd + 3)..].Split('/');
        if (!TryParseAddress(path[..schemeEnd], parts[0], out var address))
        {
            return false;
        }

        actorPath = new RootActorPath(address);
        foreach (var part in parts.Skip(1).Where(part => part.Length > 0))
        {
            var (name, uid) = SplitUid(part);
            actorPath = new ChildActorPath(actorPath, name, uid);
        }

        return true;
    }

    public abstract ActorPath WithUid(long uid);

    public bool Equals(ActorPath? other)
    {
        if (other is null || Depth != other.Depth)
        {
            return false;
        }

        var (mine, yours) = (this, other);
        while (mine.Depth > 0)
        {
            if (ReferenceEquals(mine, yours))
            {
                return true;
            }

            if (!string.Equals(mine.Name, yours.Name, StringComparison.Ordinal))
            {
                return false;
            }

            (mine, yours) = (mine.Parent, yours.Parent);
        }

        return mine.Address.Equals(yours.Address) && string.Equals(mine.Name, yours.Name, StringComparison.Ordinal);
    }

    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            var parent = Depth == 0 ? Address.GetHashCode() : Parent.GetHashCode();
            _hash = HashCode.Combine(parent, string.GetHashCode(Name, StringComparison.Ordinal)) | 1;
        }

        return _hash;
    }

    public int CompareTo(ActorPath? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => _withAddress ??= Address + ToStringWithoutAddress();

    public string ToStringWithoutAddress() => _withoutAddress ??= Join();

    public string ToStringWithAddress() => ToString();

    /// <summary>As <see cref="ToString"/>, with <c>#uid</c> where there is one.</summary>
    public string ToStringWithUid() => Uid == Undefined ? ToString() : $"{this}#{Uid}";

    public string ToSerializationFormat() => ToStringWithUid();

    internal static (string Name, long Uid) SplitUid(string element)
    {
        var at = element.IndexOf('#', StringComparison.Ordinal);
        return at >= 0 && long.TryParse(element.AsSpan(at + 1), CultureInfo.InvariantCulture, out var uid)
            ? (element[..at], uid)
            : (element, Undefined);
    }

    private protected abstract string Join();

    private static bool TryParseAddress(string protocol, string text, [MaybeNullWhen(false)] out Address address)
    {
        address = null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            address = text.Length == 0 ? null : new Address(protocol, text);
            return address is not null;
        }

        var colon = text.LastIndexOf(':');
        if (colon < at || !int.TryParse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        address = new Address(protocol, text[..at], text[(at + 1)..colon], port);
        return true;
    }
}
