namespace Akka.Hosting;

/// <summary>Where settings go among those that were added before.</summary>
public enum HoconAddMode
{
    /// <summary>Before them: the new ones win.</summary>
    Prepend,

    /// <summary>After them: the new ones fill what is missing.</summary>
    Append,

    /// <summary>In their place.</summary>
    Replace,
}
