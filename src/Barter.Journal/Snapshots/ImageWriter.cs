using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Barter.Journal.Snapshots;

/// <summary>Writes one image: objects get numbers as they are met, and are written in that order.</summary>
/// <remarks>Without recursion but for structs in structs, so that a long chain of objects is no danger.</remarks>
internal sealed class ImageWriter(ImageTypes types, IReadOnlyDictionary<object, string> constants)
{
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<Shape, int> _shapes = [];
    private readonly OrderedDictionary<string, Type> _constants = new(StringComparer.Ordinal);
    private readonly List<(object Value, Shape? Shape, Origin Origin)> _objects = [];
    private readonly List<Place> _places = [];
    private readonly ByteSink _table = new();
    private readonly ByteSink _contents = new();
    private readonly ByteSink _late = new();
    private int _current = -1;

    /// <summary>Where what is written now goes.</summary>
    public ByteSink To { get; private set; } = new();

    public byte[] Write(object root)
    {
        NumberOf(root);
        for (_current = 0; _current < _objects.Count; _current++)
        {
            var (value, shape, _) = _objects[_current];
            if (shape is not null)
            {
                To = _table;
                To.PutUnsigned((ulong)ShapeNumber(shape));
                shape.Describe(value, this);
                To = shape.IsLate ? _late : _contents;
                shape.Write(value, this);
            }
            else
            {
                _table.PutUnsigned(ImageFormat.Constant);
                _table.PutUnsigned((ulong)_constants.IndexOf(constants[value]));
            }
        }

        return Seal();
    }

    /// <summary>The number of an object, which is written once however often it is met. The first is 1.</summary>
    public int NumberOf(object value)
    {
        ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _numbers, value, out var isKnown);
        if (isKnown)
        {
            return number;
        }

        // Equal strings are one
        if (value is string text && !constants.ContainsKey(value))
        {
            if (_texts.TryGetValue(text, out number))
            {
                return number;
            }

            _texts.Add(text, _objects.Count + 1);
        }

        number = _objects.Count + 1;
        _objects.Add((value, ShapeOf(value), OriginNow()));
        return number;
    }

    /// <summary>A field or an element is written from here.</summary>
    public void Enter(string field) => _places.Add(new Place(field, 0));

    public void Enter(int element) => _places.Add(new Place(null, element));

    public void Leave() => _places.RemoveAt(_places.Count - 1);

    public ObjectImageException Refuse(Type type, string reason) => new(PathOf(OriginNow()), type, reason);

    private Shape? ShapeOf(object value)
    {
        if (constants.TryGetValue(value, out var name))
        {
            _constants.TryAdd(name, value.GetType());
            return null;
        }

        return types.ShapeOf(value.GetType(), out var refusal) ?? throw Refuse(value.GetType(), refusal!);
    }

    private int ShapeNumber(Shape shape)
    {
        if (!_shapes.TryGetValue(shape, out var number))
        {
            number = _shapes.Count + 1;
            _shapes.Add(shape, number);
        }

        return number;
    }

    private Origin OriginNow() => _places.Count == 1
        ? new Origin(_current, _places[0], [])
        : new Origin(_current, default, [.. _places]);

    private string PathOf(Origin origin)
    {
        var path = "";
        for (; origin.Owner >= 0; origin = _objects[origin.Owner].Origin)
        {
            path = (origin.Places.Length == 0 ? $"{origin.Place}" : string.Concat(origin.Places)) + path;
        }

        return (_objects.Count == 0 ? "" : _objects[0].Value.GetType().Name) + path;
    }

    private byte[] Seal()
    {
        var names = new ByteSink();
        names.PutUnsigned((ulong)_shapes.Count);
        foreach (var shape in _shapes.OrderBy(entry => entry.Value))
        {
            names.Put(TypeNames.Of(shape.Key.Type));
        }

        names.PutUnsigned((ulong)_constants.Count);
        foreach (var name in _constants.Keys)
        {
            names.Put(name);
        }

        var image = new MemoryStream();
        Span<byte> number = stackalloc byte[sizeof(int)];
        image.Write(ImageFormat.Mark);
        BinaryPrimitives.WriteInt32LittleEndian(number, ImageFormat.Version);
        image.Write(number);
        image.Write(ImageFormat.FingerprintOf(
            _shapes.OrderBy(entry => entry.Value).Select(entry => entry.Key), _constants));
        foreach (var section in new[] { names, _table, _contents, _late })
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, section.Count);
            image.Write(number);
            image.Write(section.Written);
        }

        image.Write(SHA256.HashData(image.GetBuffer().AsSpan(0, (int)image.Length)));
        return image.ToArray();
    }

    /// <summary>Where an object was met first: in which other one, and at which place of it.</summary>
    /// <param name="Owner">The other one; below 0 for none.</param>
    /// <param name="Place">The place, where one names it.</param>
    /// <param name="Places">Otherwise a struct in a struct is the place.</param>
    private readonly record struct Origin(int Owner, Place Place, Place[] Places);

    /// <summary>A field by its name, or an element by its number.</summary>
    private readonly record struct Place(string? Field, int Element)
    {
        /// <summary>The field behind a property is shown as the property.</summary>
        public override string ToString() => Field is null
            ? $"[{Element}]"
            : $".{Field.Replace("<", "", StringComparison.Ordinal)
                .Replace(">k__BackingField", "", StringComparison.Ordinal)}";
    }
}
