using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The kinds of mailboxes of a system, each made when it is first used.</summary>
internal sealed class Mailboxes(Settings settings)
{
    private const string Default = "akka.actor.default-mailbox";

    private readonly ConcurrentDictionary<string, MailboxType> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<MessageDispatcher, MailboxType> _ofDispatchers = new();

    /// <param name="id">The path of its settings; null for what the dispatcher's settings or the defaults say.</param>
    /// <param name="dispatcher">Of the actor.</param>
    /// <exception cref="ConfigurationException">There are no such settings, or they make no mailbox.</exception>
    public MailboxType Lookup(string? id, MessageDispatcher dispatcher) => id is not null
        ? Lookup(id)
        : _ofDispatchers.TryGetValue(dispatcher, out var known)
            ? known
            : _ofDispatchers.GetOrAdd(dispatcher, Lookup(IdOf(dispatcher)));

    private string IdOf(MessageDispatcher dispatcher) =>
        settings.Config.GetString(dispatcher.Id + ".mailbox-type", "") is { Length: > 0 } ? dispatcher.Id : Default;

    private MailboxType Lookup(string id) =>
        _known.TryGetValue(id, out var known) ? known : _known.GetOrAdd(id, Make(id));

    private MailboxType Make(string id)
    {
        if (!settings.Config.HasPath(id))
        {
            throw new ConfigurationException(
                $"mailbox [{id}] is not configured; add {id} {{ mailbox-type = \"Namespace.Type, Assembly\" }}");
        }

        var config = settings.Config.GetConfig(id).WithFallback(settings.Config.GetConfig(Default));
        var name = config.GetString("mailbox-type", "")!;
        return TypeName.Make<MailboxType>(id + ".mailbox-type", name, settings, config);
    }
}
