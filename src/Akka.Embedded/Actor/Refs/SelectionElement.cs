using System.IO.Enumeration;

namespace Akka.Actor;

/// <summary>One step of a selection.</summary>
internal readonly record struct SelectionElement(string Text)
{
    private bool IsPattern =>
        Text.Contains('*', StringComparison.Ordinal) || Text.Contains('?', StringComparison.Ordinal);

    public IEnumerable<InternalActorRef> From(InternalActorRef actor)
    {
        if (!IsPattern)
        {
            return Text is ".." ? [actor.Parent] : [actor.GetSingleChild(Text)];
        }

        var text = Text;
        return actor.GetChildren()
            .Where(child => FileSystemName.MatchesSimpleExpression(text, child.Path.Name, ignoreCase: false));
    }
}
