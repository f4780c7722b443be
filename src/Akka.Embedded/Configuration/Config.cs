using System.Diagnostics.CodeAnalysis;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>An immutable tree of settings; what is missing here is looked for in the fallbacks.</summary>
/// <remarks>Substitutions are made when a value is asked for, so that they see the fallbacks given by then.</remarks>
public class Config
{
    public static readonly Config Empty = new();

    private readonly ObjectNode _tree;
    private readonly HoconPath _at;

    public Config() : this(new ObjectNode(new Origin("string", 1, 1)), HoconPath.Root)
    {
    }

    public Config(HoconRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        (_tree, _at) = (root.Tree, HoconPath.Root);
    }

    public Config(Config source, Config fallback)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_tree, _at) = (source.WithFallback(fallback)._tree, source._at);
    }

    internal Config(ObjectNode tree, HoconPath at) => (_tree, _at) = (tree.Hiding(false), at);

    public virtual bool IsEmpty => _tree.Members.Values.All(member => member is NullNode);

    /// <summary>The whole tree with all substitutions made.</summary>
    public HoconValue Root => new(new Resolver(_tree).Find(HoconPath.Root) ?? _tree, _at);

    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    public virtual bool HasPath(string path) => GetValue(path) is not null;

    /// <summary>The value, or null where there is none.</summary>
    public HoconValue? GetValue(string path)
    {
        var keys = HoconPath.Parse(path);
        var node = new Resolver(_tree).Find(keys);
        return node is null or NullNode ? null : new HoconValue(node, _at.Then(keys));
    }

    /// <summary>The section, or <see cref="Empty"/> where there is none.</summary>
    public virtual Config GetConfig(string path) => GetValue(path) switch
    {
        null => Empty,
        { Node: ObjectNode section } => new Config(section, _at.Then(HoconPath.Parse(path))),
        var other => throw other.Wrong("is no section; write keys in braces"),
    };

    [return: NotNullIfNotNull(nameof(@default))]
    public virtual string? GetString(string path, string? @default = null) =>
        GetValue(path) is { } value ? value.GetString()! : @default;

    public virtual bool GetBoolean(string path, bool @default = false) => GetValue(path)?.GetBoolean() ?? @default;

    public virtual int GetInt(string path, int @default = 0) => GetValue(path)?.GetInt() ?? @default;

    public virtual long GetLong(string path, long @default = 0) => GetValue(path)?.GetLong() ?? @default;

    public virtual float GetFloat(string path, float @default = 0) => GetValue(path)?.GetFloat() ?? @default;

    public virtual double GetDouble(string path, double @default = 0) => GetValue(path)?.GetDouble() ?? @default;

    public virtual decimal GetDecimal(string path, decimal @default = 0) => GetValue(path)?.GetDecimal() ?? @default;

    /// <summary>A plain number counts milliseconds; what is missing without a default is zero.</summary>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        GetValue(path)?.GetTimeSpan(allowInfinite) ?? @default ?? TimeSpan.Zero;

    public virtual long? GetByteSize(string path) => GetByteSize(path, def: null);

    [return: NotNullIfNotNull(nameof(def))]
    public virtual long? GetByteSize(string path, long? def = null) => GetValue(path)?.GetByteSize() ?? def;

    public virtual IList<string> GetStringList(string path) => GetValue(path)?.GetStringList() ?? [];

    /// <summary>The list, or the given texts where there is none.</summary>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths) =>
        GetValue(path)?.GetStringList() ?? defaultPaths;

    public virtual IList<bool> GetBooleanList(string path) => GetValue(path)?.GetBooleanList() ?? [];

    public virtual IList<byte> GetByteList(string path) => GetValue(path)?.GetByteList() ?? [];

    public virtual IList<int> GetIntList(string path) => GetValue(path)?.GetIntList() ?? [];

    public virtual IList<long> GetLongList(string path) => GetValue(path)?.GetLongList() ?? [];

    public virtual IList<float> GetFloatList(string path) => GetValue(path)?.GetFloatList() ?? [];

    public virtual IList<double> GetDoubleList(string path) => GetValue(path)?.GetDoubleList() ?? [];

    public virtual IList<decimal> GetDecimalList(string path) => GetValue(path)?.GetDecimalList() ?? [];

    /// <summary>The keys of this level and their values.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable()
    {
        foreach (var key in _tree.Members.Keys)
        {
            if (new Resolver(_tree).Find(HoconPath.Root.Then(key)) is { } node and not NullNode)
            {
                yield return new KeyValuePair<string, HoconValue>(key, new HoconValue(node, _at.Then(key)));
            }
        }
    }

    /// <summary>This configuration over the fallback: objects merge, all else hides what lies below.</summary>
    public virtual Config WithFallback(Config fallback)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        return ReferenceEquals(fallback, this) ? this : new Config(Merging.Over(_tree, fallback._tree), _at);
    }

    /// <summary>The settings as HOCON, substitutions as they were written.</summary>
    public override string ToString() => Printer.PrintMembers(_tree);
}
