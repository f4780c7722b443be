namespace Akka.Actor;

/// <summary>Says what is done on an exception.</summary>
public interface IDecider
{
    Directive Decide(Exception cause);
}
