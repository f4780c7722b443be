using System.Buffers.Binary;

namespace Barter.Journal.Snapshots;

/// <summary>Reads one image: makes all objects first, then fills them, and the collections last.</summary>
internal sealed class ImageReader
{
    private readonly ImageTypes _types;
    private readonly IReadOnlyDictionary<string, object> _constants;
    private readonly ByteSource[] _sections = new ByteSource[ImageFormat.Sections];
    private readonly List<(object Value, Shape? Shape)> _objects = [];
    private readonly List<(int At, ulong Comparer)> _late = [];
    private long _claimable;

    public ImageReader(
        ImageTypes types, IReadOnlyDictionary<string, object> constants, ReadOnlyMemory<byte> sections, int start)
    {
        (_types, _constants) = (types, constants);
        var at = 0;
        for (var i = 0; i < _sections.Length; i++)
        {
            if (sections.Length - at < sizeof(int))
            {
                throw new ImageDamage(start + at, "a section is missing");
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(sections.Span[at..]);
            at += sizeof(int);
            if (length < 0 || length > sections.Length - at)
            {
                throw new ImageDamage(start + at, $"a section of {length} byte(s) does not fit");
            }

            _sections[i] = new ByteSource(sections.Slice(at, length), start + at);
            at += length;
            _claimable += length;
        }

        From = _sections[0];
    }

    /// <summary>What is read now.</summary>
    public ByteSource From { get; private set; }

    /// <summary>The types and constants of the image, as they are here; none where one is not known here.</summary>
    public (Shape[] Shapes, KeyValuePair<string, object>[] Constants)? ReadNames(out string? missing)
    {
        missing = null;
        var shapes = new Shape[From.Below(From.Left + 1L, "number of types")];
        for (var i = 0; i < shapes.Length; i++)
        {
            missing = From.Text();
            if (TypeNames.Find(missing) is not { } type || _types.ShapeOf(type, out _) is not { } shape)
            {
                return null;
            }

            shapes[i] = shape;
        }

        var constants = new KeyValuePair<string, object>[From.Below(From.Left + 1L, "number of constants")];
        for (var i = 0; i < constants.Length; i++)
        {
            missing = From.Text();
            if (!_constants.TryGetValue(missing, out var constant))
            {
                return null;
            }

            constants[i] = new(missing, constant);
        }

        return (shapes, constants);
    }

    public object ReadObjects(Shape[] shapes, KeyValuePair<string, object>[] constants)
    {
        From = _sections[1];
        while (From.Left > 0)
        {
            MakeNext(shapes, constants);
        }

        foreach (var (at, comparer) in _late)
        {
            var shape = (CollectionShape)_objects[at].Shape!;
            _objects[at] = (shape.Make(ComparerOf(comparer)), shape);
        }

        Fill(_sections[2], isLate: false);
        Fill(_sections[3], isLate: true);
        return _objects.Count > 0 ? _objects[0].Value : throw From.Damage("there are no objects");
    }

    /// <summary>The object that is referred to next; none where nothing is.</summary>
    public object? Object(Type type)
    {
        var number = From.Below(_objects.Count + 1L, "object");
        if (number == 0)
        {
            return null;
        }

        var value = _objects[number - 1].Value;
        return type.IsInstanceOfType(value)
            ? value
            : throw From.Damage($"{value.GetType()} stands where {type} is needed");
    }

    /// <summary>Says how many of something come; more than all the bytes could hold is not believed.</summary>
    public int Claim(ulong count, int lengthMin)
    {
        if (count > (ulong)(_claimable / Math.Max(1, lengthMin)))
        {
            throw From.Damage($"{count} of something do not fit");
        }

        _claimable -= (long)count * lengthMin;
        return (int)count;
    }

    private void MakeNext(Shape[] shapes, KeyValuePair<string, object>[] constants)
    {
        var number = From.Below(shapes.Length + 1L, "type");
        if (number == ImageFormat.Constant)
        {
            _objects.Add((constants[From.Below(constants.Length, "constant")].Value, null));
            return;
        }

        var shape = shapes[number - 1];
        if (shape.IsLate)
        {
            _late.Add((_objects.Count, From.Unsigned()));
            _objects.Add((shape, shape));
        }
        else
        {
            _objects.Add((shape.Make(this), shape));
        }
    }

    private object? ComparerOf(ulong number) => number switch
    {
        0 => null,
        1 => StringComparer.Ordinal,
        2 => StringComparer.OrdinalIgnoreCase,
        _ when number - 3 < (ulong)_objects.Count && _objects[(int)(number - 3)].Shape is not { IsLate: true } =>
            _objects[(int)(number - 3)].Value,
        _ => throw From.Damage($"there is no comparer {number}"),
    };

    private void Fill(ByteSource section, bool isLate)
    {
        From = section;
        foreach (var (value, shape) in _objects)
        {
            if (shape is not null && shape.IsLate == isLate)
            {
                shape.Fill(value, this);
            }
        }

        if (From.Left > 0)
        {
            throw From.Damage($"{From.Left} byte(s) are left over");
        }
    }
}
