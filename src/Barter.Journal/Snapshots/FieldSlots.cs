using System.Reflection;

namespace Barter.Journal.Snapshots;

/// <summary>All fields of a type, those of its base types first.</summary>
internal sealed class FieldSlots
{
    private readonly FieldInfo[] _fields;
    private readonly Slot[] _slots;

    public FieldSlots(Type type, ImageTypes types)
    {
        _fields = [.. FieldsOf(type)];
        _slots = [.. _fields.Select(field => types.SlotOf(field.FieldType))];
        Layout = string.Join(';', _fields.Select((field, at) => $"{field.Name} {_slots[at].Layout}"));
        LengthMin = _slots.Sum(slot => slot.LengthMin);
    }

    public string Layout { get; }

    public int LengthMin { get; }

    public bool IsEmpty => _fields.Length == 0;

    public void Write(object owner, ImageWriter to)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var value = _fields[i].GetValue(owner);
            if (_slots[i].IsLeaf)
            {
                _slots[i].Write(value, to);
                continue;
            }

            to.Enter(_fields[i].Name);
            _slots[i].Write(value, to);
            to.Leave();
        }
    }

    public void Fill(object owner, ImageReader from)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            _fields[i].SetValue(owner, _slots[i].Read(from));
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        const BindingFlags Own =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var inherited = type.BaseType is { } parent ? FieldsOf(parent) : [];
        return inherited.Concat(type.GetFields(Own).OrderBy(field => field.MetadataToken));
    }
}
