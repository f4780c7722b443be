using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>How an actor is made, and where it runs. Immutable.</summary>
public sealed class Props
{
    private readonly IIndirectActorProducer _producer;

    private Props(IIndirectActorProducer producer, object?[] arguments) =>
        (_producer, Arguments) = (producer, arguments);

    private Props(Props from)
    {
        (_producer, Arguments) = (from._producer, from.Arguments);
        (Dispatcher, Mailbox, SupervisorStrategy) = (from.Dispatcher, from.Mailbox, from.SupervisorStrategy);
    }

    /// <summary>Of the actor.</summary>
    public Type Type => _producer.ActorType;

    public string TypeName => Type.AssemblyQualifiedName ?? Type.Name;

    /// <summary>What the constructor gets.</summary>
    public object?[] Arguments { get; }

    /// <summary>Null for the default one.</summary>
    public string? Dispatcher { get; private init; }

    /// <summary>Null for the default one.</summary>
    public string? Mailbox { get; private init; }

    /// <summary>Goes before the strategy of the actor; null for that.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; private init; }

    /// <param name="factory">A constructor call; its arguments are evaluated now, and once.</param>
    /// <param name="supervisorStrategy">Goes before the strategy of the actor.</param>
    /// <exception cref="ArgumentException">The expression is no constructor call.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (factory.Body is not NewExpression { Constructor: { } constructor } call)
        {
            throw new ArgumentException(
                $"'{factory}' is no constructor call; write Props.Create(() => new {typeof(TActor).Name}(...))",
                nameof(factory));
        }

        object?[] arguments = [.. call.Arguments.Select(Evaluated.Value)];
        return new Props(new ConstructorProducer(constructor, arguments), arguments)
        {
            SupervisorStrategy = supervisorStrategy,
        };
    }

    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => Create(typeof(TActor), args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => Create<TActor>().WithSupervisorStrategy(supervisorStrategy);

    /// <exception cref="ArgumentException">The type is no actor, or is abstract.</exception>
    public static Props Create(Type type, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(ActorBase).IsAssignableFrom(type) || type.IsAbstract)
        {
            throw new ArgumentException(
                $"{type} is no actor that can be created: it must derive from ActorBase", nameof(type));
        }

        return new Props(new ActivatorProducer(type, args), args);
    }

    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(producer);
        return new Props(producer, args);
    }

    /// <param name="dispatcher">The path of its settings.</param>
    public Props WithDispatcher(string dispatcher) => new(this) { Dispatcher = dispatcher };

    /// <param name="mailbox">The path of its settings.</param>
    public Props WithMailbox(string mailbox) => new(this) { Mailbox = mailbox };

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy) =>
        new(this) { SupervisorStrategy = supervisorStrategy };

    public override string ToString() => $"Props({Type})";

    internal ActorBase NewActor() => _producer.Produce()
        ?? throw new ActorInitializationException($"the props of {Type} made no instance");

    private sealed class ConstructorProducer(ConstructorInfo constructor, object?[] arguments) : IIndirectActorProducer
    {
        private readonly ConstructorInvoker _invoker = ConstructorInvoker.Create(constructor);

        public Type ActorType => constructor.DeclaringType!;

        public ActorBase Produce() => (ActorBase)_invoker.Invoke(arguments.AsSpan());

        public void Release(ActorBase actor)
        {
        }
    }

    private sealed class ActivatorProducer(Type type, object?[] arguments) : IIndirectActorProducer
    {
        public Type ActorType => type;

        public ActorBase Produce()
        {
            try
            {
                const BindingFlags Constructors =
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
                    | BindingFlags.DoNotWrapExceptions;
                return (ActorBase)Activator.CreateInstance(type, Constructors, binder: null, arguments, culture: null)!;
            }
            catch (MissingMethodException missing)
            {
                var given = string.Join(", ", arguments.Select(argument => argument?.GetType().Name ?? "null"));
                throw new TypeLoadException(
                    $"error while creating actor instance of type {type} with {arguments.Length} args: ({given})",
                    missing);
            }
        }

        public void Release(ActorBase actor)
        {
        }
    }
}
