using System.Collections.Immutable;

namespace Akka.Configuration.Hocon;

/// <summary>Where a value was written.</summary>
internal readonly record struct Origin(string Source, int Line, int Column)
{
    public string SourceAndLine => $"{Source}:{Line}";

    public override string ToString() => $"{Source}:{Line}:{Column}";
}

/// <summary>A value as written: references and layers stay until somebody asks for the value.</summary>
internal abstract class Node(Origin origin)
{
    public Origin Origin => origin;

    /// <summary>Whether nothing in it remains to be looked up.</summary>
    public virtual bool IsResolved => true;

    public abstract string Described { get; }
}

internal sealed class NullNode(Origin origin) : Node(origin)
{
    public override string Described => "null";
}

internal sealed class TextNode(string value, TokenKind style, Origin origin) : Node(origin)
{
    public string Value => value;

    public bool IsBlank => style is TokenKind.Blank;

    public bool IsNull => style is TokenKind.Plain && value is "null";

    public override string Described => value.Length <= 100 ? $"'{value}'" : $"'{value[..100]}...'";
}

internal sealed class ArrayNode(ImmutableArray<Node> items, Origin origin) : Node(origin)
{
    public ImmutableArray<Node> Items => items;

    public override bool IsResolved { get; } = items.All(item => item.IsResolved);

    public override string Described => "a list";
}

internal sealed class ObjectNode(OrderedDictionary<string, Node> members, Origin origin, bool hidesBelow = false)
    : Node(origin)
{
    private bool? _isResolved;

    public ObjectNode(Origin origin) : this(new OrderedDictionary<string, Node>(StringComparer.Ordinal), origin)
    {
    }

    /// <summary>Changed by the parser only, and only until it hands the document out.</summary>
    public OrderedDictionary<string, Node> Members => members;

    /// <summary>Whether it replaced a value that is no object, which goes on hiding what lies deeper.</summary>
    public bool HidesBelow => hidesBelow;

    public override bool IsResolved => _isResolved ??= members.Values.All(member => member.IsResolved);

    public override string Described => "an object";

    public ObjectNode Hiding(bool hides = true) =>
        hidesBelow == hides ? this : new ObjectNode(members, Origin, hides);

    /// <summary>A copy that the parser may change.</summary>
    public ObjectNode Copy()
    {
        var copy = new OrderedDictionary<string, Node>(members.Count, StringComparer.Ordinal);
        foreach (var (key, node) in members)
        {
            copy.Add(key, node is ObjectNode child ? child.Copy() : node);
        }

        return new ObjectNode(copy, Origin, hidesBelow);
    }
}

/// <summary><c>${path}</c>, looked for in the included document first, then in those around it.</summary>
internal sealed class ReferenceNode(
    HoconPath path, ImmutableArray<HoconPath> candidates, bool isOptional, Origin origin) : Node(origin)
{
    public HoconPath Path => path;

    public ImmutableArray<HoconPath> Candidates => candidates;

    public bool IsOptional => isOptional;

    public override bool IsResolved => false;

    public override string Described => $"${{{(isOptional ? "?" : "")}{path}}}";
}

/// <summary>Values written side by side, of which at least one is a reference.</summary>
internal sealed class JoinNode(ImmutableArray<Node> pieces) : Node(pieces[0].Origin)
{
    public ImmutableArray<Node> Pieces => pieces;

    public override bool IsResolved => false;

    public override string Described => "a concatenation";
}

/// <summary>What was assigned to one path, strongest first; a reference to the path sees what lies below.</summary>
internal sealed class LayersNode(HoconPath path, ImmutableArray<Node> layers) : Node(layers[0].Origin)
{
    public HoconPath Path => path;

    public ImmutableArray<Node> Layers => layers;

    public override bool IsResolved => false;

    public override string Described => layers[0].Described;
}
