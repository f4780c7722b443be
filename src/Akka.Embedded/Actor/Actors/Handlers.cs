namespace Akka.Actor;

/// <summary>
/// The handlers of one behaviour, in the order in which they were declared; the first that fits handles.
/// </summary>
internal sealed class Handlers
{
    private readonly List<(Type Type, Func<object, bool> Handle)> _all = [];
    private readonly Dictionary<Type, Func<object, bool>[]> _byType = [];
    private Type? _lastType;
    private Func<object, bool>[] _last = [];
    private bool _isComplete;

    public void Add(Type type, Func<object, bool> handle, bool takesAll = false)
    {
        if (_isComplete)
        {
            throw new InvalidOperationException(
                "a handler of this behaviour catches all messages already; no handler after it could hear any");
        }

        _all.Add((type, handle));
        _isComplete = takesAll;
    }

    public bool Handle(object message)
    {
        var type = message.GetType();
        if (!ReferenceEquals(type, _lastType))
        {
            (_last, _lastType) = (Fitting(type), type);
        }

        foreach (var handle in _last)
        {
            if (handle(message))
            {
                return true;
            }
        }

        return false;
    }

    private Func<object, bool>[] Fitting(Type type)
    {
        if (!_byType.TryGetValue(type, out var fitting))
        {
            fitting = [.. _all.Where(row => row.Type.IsAssignableFrom(type)).Select(row => row.Handle)];
            _byType[type] = fitting;
        }

        return fitting;
    }
}
