namespace Akka.Actor;

/// <summary>Marks messages that do not set a receive timeout back.</summary>
public interface INotInfluenceReceiveTimeout;
