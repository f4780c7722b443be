using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace Barter.Architecture.Tests.Rules;

/// <summary>Reads the instructions of a method: what no signature and, once optimised, no local tells.</summary>
internal static class Instructions
{
    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    /// <summary>The members and types that a method's instructions name.</summary>
    public static IEnumerable<(OpCode Code, MemberInfo? Named)> Of(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? BinaryPrimitives.ReadInt16BigEndian(il.AsSpan(at)) : il[at]];
            at += code.Size;
            yield return (code, Named(method, code, il.AsSpan(at)));
            at += OperandSize(code, il.AsSpan(at));
        }
    }

    private static MemberInfo? Named(MethodBase method, OpCode code, ReadOnlySpan<byte> operand)
    {
        if (code.OperandType is not (OperandType.InlineMethod or OperandType.InlineField
            or OperandType.InlineType or OperandType.InlineTok))
        {
            return null;
        }

        return method.Module.ResolveMember(
            BinaryPrimitives.ReadInt32LittleEndian(operand),
            method.DeclaringType?.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null);
    }

    private static int OperandSize(OpCode code, ReadOnlySpan<byte> operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };
}
