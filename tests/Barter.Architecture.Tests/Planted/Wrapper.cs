namespace Barter.Architecture.Tests.Planted;

/// <summary>Public, because only what others see has to say how it is printed.</summary>
public readonly record struct Wrapper(int Value);
