using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>
/// The value of an expression now. Captured variables are read, which is most; the rest is interpreted.
/// </summary>
internal static class Evaluated
{
    public static object? Value(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(Target(member)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(Target(member)),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object)))
            .Compile(preferInterpretation: true)(),
    };

    private static object? Target(MemberExpression member) =>
        member.Expression is null ? null : Value(member.Expression);
}
