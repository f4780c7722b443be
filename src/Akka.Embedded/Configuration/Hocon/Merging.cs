namespace Akka.Configuration.Hocon;

/// <summary>Puts values over and beside each other.</summary>
internal static class Merging
{
    // Documents that double a text in every line must not fill the memory
    private const int TextLengthMax = 1 << 20;

    /// <summary>The upper value wins; objects merge, and what cannot be known yet is kept as layers.</summary>
    public static Node Over(Node upper, Node lower) => (upper, lower) switch
    {
        (ObjectNode { HidesBelow: true }, _) => upper,
        (ObjectNode above, ObjectNode below) => Over(above, below),
        (ObjectNode, LayersNode below) => new LayersNode(below.Path, below.Layers.Insert(0, upper)),
        (ObjectNode above, _) => above.Hiding(),
        (LayersNode above, LayersNode below) when above.Path.Is(below.Path) =>
            new LayersNode(above.Path, above.Layers.AddRange(below.Layers)),
        (LayersNode above, _) => new LayersNode(above.Path, above.Layers.Add(lower)),
        _ => upper,
    };

    public static ObjectNode Over(ObjectNode upper, ObjectNode lower)
    {
        if (upper.HidesBelow)
        {
            return upper;
        }

        var members = new OrderedDictionary<string, Node>(
            upper.Members.Count + lower.Members.Count, StringComparer.Ordinal);
        foreach (var (key, node) in upper.Members)
        {
            members.Add(key, lower.Members.TryGetValue(key, out var below) ? Over(node, below) : node);
        }

        foreach (var (key, node) in lower.Members)
        {
            members.TryAdd(key, node);
        }

        return new ObjectNode(members, upper.Origin, lower.HidesBelow);
    }

    /// <summary>One value of pieces that stand side by side; null where all of them are missing.</summary>
    public static Node? Join(IReadOnlyList<Node> pieces, HoconPath path)
    {
        if (pieces is [var only])
        {
            return only is TextNode { IsNull: true } ? new NullNode(only.Origin) : only;
        }

        var solid = pieces.Where(piece => piece is not TextNode { IsBlank: true }).ToList();
        return solid switch
        {
            [] => null,
            _ when solid.All(piece => piece is TextNode or NullNode) => JoinTexts(pieces, path),
            _ when solid.All(piece => piece is ObjectNode) =>
                solid.Cast<ObjectNode>().Aggregate((below, above) => Over(above, below)),
            _ when solid.All(piece => piece is ArrayNode) => new ArrayNode(
                [.. solid.Cast<ArrayNode>().SelectMany(piece => piece.Items)], solid[0].Origin),
            _ => throw Mixed(solid, path),
        };
    }

    private static TextNode JoinTexts(IReadOnlyList<Node> pieces, HoconPath path)
    {
        var texts = pieces.Select(piece => piece is TextNode text ? text.Value : "null").ToList();
        return texts.Sum(text => (long)text.Length) <= TextLengthMax
            ? new TextNode(string.Concat(texts), TokenKind.Quoted, pieces[0].Origin)
            : throw new ConfigurationException(
                $"{pieces[0].Origin}: {path} grows beyond {TextLengthMax} characters; refer to shorter texts");
    }

    private static ConfigurationException Mixed(List<Node> solid, HoconPath path)
    {
        var odd = solid.First(piece => piece is TextNode or NullNode != solid[0] is TextNode or NullNode
            || piece is ObjectNode != solid[0] is ObjectNode);
        return new ConfigurationException(
            $"{odd.Origin}: {path}: found {odd.Described} beside {solid[0].Described}, expected values of one kind; " +
            "put them on lines of their own, or join text with text, lists with lists, objects with objects");
    }
}
