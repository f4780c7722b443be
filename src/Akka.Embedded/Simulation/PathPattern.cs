using System.IO.Enumeration;
using Akka.Actor;

namespace Akka.Simulation;

/// <summary>
/// Actors by path without the address; <c>*</c> stands for anything, slashes included; empty for nobody.
/// </summary>
internal sealed class PathPattern(string pattern)
{
    private readonly Dictionary<ActorPath, bool> _known = [];

    public bool Fits(IActorRef? actor)
    {
        if (actor is null)
        {
            return pattern is "" or "*";
        }

        if (!_known.TryGetValue(actor.Path, out var fits))
        {
            var path = actor.Path.ToStringWithoutAddress();
            fits = FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);
            _known[actor.Path] = fits;
        }

        return fits;
    }
}
