namespace Akka.Configuration.Hocon;

/// <summary>A whole document; what an include callback answers.</summary>
public class HoconRoot
{
    public HoconRoot(HoconValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    public HoconValue Value { get; }

    internal ObjectNode Tree => Value.Node as ObjectNode
        ?? throw new ConfigurationException($"{Value.Described} cannot be the root of a document; give it an object");
}
