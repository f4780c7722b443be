using System.Reflection;

namespace Barter.Architecture.Tests.Planted;

/// <summary>Samples that offend on purpose, so that each rule is seen to find something.</summary>
internal static class Sample
{
    /// <summary>The type with all that is nested in it, what the compiler adds included.</summary>
    public static IEnumerable<Type> Of(Type type) =>
        [type, .. type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Of)];
}
