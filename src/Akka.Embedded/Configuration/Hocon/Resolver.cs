using System.Collections.Immutable;

namespace Akka.Configuration.Hocon;

/// <summary>Looks values up and puts references in their place, as late as a getter asks.</summary>
/// <remarks>
/// Objects are opened one level at a time, so that a member may refer to its own object. While the layers of a path
/// are being opened, a reference to that path sees only what lies below; if nothing does, it is a cycle.
/// One resolver answers one question and is used by one thread.
/// </remarks>
internal sealed class Resolver(ObjectNode root)
{
    private const int DepthMax = 400;
    private const int StepsMax = 1_000_000;

    private readonly List<Frame> _frames = [];
    private int _depth;
    private int _steps;

    /// <summary>The value without any reference left; null where there is none.</summary>
    public Node? Find(HoconPath path) => Open(Member(root, path.Keys)) is { } found ? Whole(found) : null;

    private Node? Whole(Node node)
    {
        if (node.IsResolved)
        {
            return node;
        }

        Enter(node);
        var layers = node as LayersNode;
        if (layers is not null)
        {
            Push(new Frame(layers, Index: 0, IsWhole: true));
        }

        var opened = Open(node);
        if (opened is ObjectNode { IsResolved: false } parts)
        {
            var members = new OrderedDictionary<string, Node>(StringComparer.Ordinal);
            foreach (var (key, member) in parts.Members)
            {
                if (Whole(member) is { } value)
                {
                    members.Add(key, value);
                }
            }

            opened = new ObjectNode(members, parts.Origin, parts.HidesBelow);
        }

        if (layers is not null)
        {
            Pop();
        }

        _depth--;
        return opened;
    }

    /// <summary>The node with its kind known; the members of an object may still be references.</summary>
    private Node? Open(Node? node)
    {
        if (node is null or ObjectNode or { IsResolved: true })
        {
            return node;
        }

        Enter(node);
        var opened = node switch
        {
            LayersNode layers => OpenLayer(layers, 0),
            ReferenceNode reference => OpenReference(reference),
            JoinNode join => Merging.Join([.. join.Pieces.Select(Open).OfType<Node>()], At),
            ArrayNode array => new ArrayNode([.. array.Items.Select(Whole).OfType<Node>()], array.Origin),
            _ => node,
        };
        _depth--;
        return opened;
    }

    private Node? OpenLayer(LayersNode layers, int index)
    {
        if (index == layers.Layers.Length)
        {
            return null;
        }

        Push(new Frame(layers, index, IsWhole: false));
        var upper = Open(layers.Layers[index]);
        Pop();
        return upper switch
        {
            null => OpenLayer(layers, index + 1),
            ObjectNode { HidesBelow: false } => OpenLayer(layers, index + 1) switch
            {
                null => upper,
                var lower => Merging.Over(upper, lower),
            },
            _ => upper,
        };
    }

    private Node? OpenReference(ReferenceNode reference)
    {
        var isCycle = false;
        foreach (var path in reference.Candidates)
        {
            var frame = _frames.FindLastIndex(frame => !frame.IsWhole && path.StartsWith(frame.Layers.Path));
            isCycle |= frame >= 0;
            var found = frame >= 0 ? OpenBelow(_frames[frame], path) : Open(Member(root, path.Keys));
            if (found is not null)
            {
                return found is ObjectNode parts ? parts.Hiding(false) : found;
            }
        }

        var variable = Environment.GetEnvironmentVariable(string.Join('.', reference.Path.Keys));
        return variable is not null ? new TextNode(variable, TokenKind.Quoted, reference.Origin)
            : reference.IsOptional ? null
            : isCycle ? throw Cycle(reference.Path, reference.Origin)
            : throw new ConfigurationException(
                $"{reference.Origin}: {At}: nothing defines {reference.Described}, neither a key nor an environment " +
                $"variable; define it, or write ${{?{reference.Path}}} if it may be missing");
    }

    private Node? OpenBelow(Frame frame, HoconPath path)
    {
        var below = OpenLayer(frame.Layers, frame.Index + 1);
        return Open(Member(below, path.Keys[frame.Layers.Path.Keys.Length..]));
    }

    private Node? Member(Node? node, ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            node = (Open(node) as ObjectNode)?.Members.GetValueOrDefault(key);
        }

        return node;
    }

    private HoconPath At => _frames is [.., var last] ? last.Layers.Path : HoconPath.Root;

    private void Push(Frame frame)
    {
        var isOpen = _frames.Exists(open => open.IsWhole == frame.IsWhole && open.Index >= frame.Index
            && open.Layers.Path.Is(frame.Layers.Path));
        if (isOpen)
        {
            throw Cycle(frame.Layers.Path, frame.Layers.Origin);
        }

        _frames.Add(frame);
    }

    private void Pop() => _frames.RemoveAt(_frames.Count - 1);

    private void Enter(Node node)
    {
        if (++_depth > DepthMax || ++_steps > StepsMax)
        {
            throw new ConfigurationException(
                $"{node.Origin}: {At}: its substitutions lead further than {DepthMax} levels or {StepsMax} values; " +
                "refer to values more directly");
        }
    }

    private ConfigurationException Cycle(HoconPath path, Origin origin)
    {
        var chain = new List<string>();
        foreach (var frame in _frames.SkipWhile(frame => !path.StartsWith(frame.Layers.Path)))
        {
            var step = frame.Layers.Path.ToString();
            if (!step.Equals(chain.LastOrDefault(), StringComparison.Ordinal))
            {
                chain.Add(step);
            }
        }

        return new ConfigurationException($"{origin}: {At}: the substitutions go in a circle: " +
            $"{string.Join(" → ", chain.Append(path.ToString()))}; give one of these keys a value of its own");
    }

    /// <summary>A path whose layers from an index on are being opened, or whose value is being made whole.</summary>
    private readonly record struct Frame(LayersNode Layers, int Index, bool IsWhole);
}
