namespace Akka.Actor;

/// <summary>An actor that declares handlers by type, in its constructor and in what it gives to Become.</summary>
public abstract class ReceiveActor : UntypedActor
{
    private Handlers? _open;

    protected ReceiveActor()
    {
        _open = new Handlers();
        Become((Receive)_open.Handle);
    }

    internal override void Constructed() => _open = null;

    protected sealed override void OnReceive(object message) => Unhandled(message);

    /// <summary>Replaces the behaviour by the handlers that the action declares.</summary>
    protected void Become(Action configure) => Become((Receive)Declared(configure).Handle);

    /// <summary>Puts the handlers that the action declares on top of the present behaviour.</summary>
    protected void BecomeStacked(Action configure) =>
        BecomeStacked((Receive)Declared(configure).Handle);

    /// <param name="handler">Called for messages of the type.</param>
    /// <param name="shouldHandle">A message of which it is false goes to the next handler.</param>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Open().Add(
        typeof(T),
        shouldHandle is null
            ? message =>
            {
                handler((T)message);
                return true;
            }
    : message =>
    {
        var fits = shouldHandle((T)message);
        if (fits)
        {
            handler((T)message);
        }

        return fits;
    });

    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <param name="handler">Gives false for a message that the next handler is to have.</param>
    protected void Receive<T>(Func<T, bool> handler) => Open().Add(typeof(T), message => handler((T)message));

    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Open().Add(messageType, message =>
        {
            var fits = shouldHandle?.Invoke(message) ?? true;
            if (fits)
            {
                handler(message);
            }

            return fits;
        });

    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    protected void ReceiveAny(Action<object> handler) => Open().Add(
        typeof(object),
        message =>
        {
            handler(message);
            return true;
        },
        takesAll: true);

    /// <summary>While the handler awaits, no other message is processed.</summary>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Receive(message => RunTask(() => handler(message)), shouldHandle);

    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        ReceiveAsync(handler, shouldHandle);

    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Receive(messageType, message => RunTask(() => handler(message)), shouldHandle);

    protected void ReceiveAnyAsync(Func<object, Task> handler) =>
        ReceiveAny(message => RunTask(() => handler(message)));

    private Handlers Declared(Action configure)
    {
        var outer = _open;
        var handlers = new Handlers();
        _open = handlers;
        try
        {
            configure();
        }
        finally
        {
            _open = outer;
        }

        return handlers;
    }

    private Handlers Open() => _open ?? throw new InvalidOperationException(
        "Receive methods may be called only in the constructor of an actor and inside Become");
}
