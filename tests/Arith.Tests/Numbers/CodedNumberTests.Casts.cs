using System.Numerics;
using System.Reflection;

namespace XrNpe.Arith.Tests;

/// <content>Casts: every operator of the type does what the method of generic code does.</content>
public abstract partial class CodedNumberTests<TNumber, TBits>
{
    [Fact]
    public void Casts_are_the_conversions_of_generic_code()
    {
        MethodInfo[] casts = [.. typeof(TNumber).GetMethods().Where(method => method.Name is "op_Explicit" or "op_CheckedExplicit")];
        foreach (MethodInfo cast in casts)
        {
            bool from = cast.ReturnType == typeof(TNumber);
            Type other = from ? cast.GetParameters()[0].ParameterType : cast.ReturnType;
            MethodInfo check = typeof(CodedNumberTests<TNumber, TBits>).GetMethod(from ? nameof(CastFrom) : nameof(CastTo), BindingFlags.Static | BindingFlags.NonPublic)!;
            check.MakeGenericMethod(other).Invoke(null, [cast]);
        }

        // float, double, Half, decimal, three unsigned, three signed with BigInteger, and the three siblings; checked to five integers.
        Assert.Equal(13, casts.Count(cast => cast.ReturnType == typeof(TNumber)));
        Assert.Equal(10 + 5, casts.Count(cast => cast.ReturnType != typeof(TNumber)));
    }

    private static void CastFrom<TOther>(MethodInfo cast)
        where TOther : INumberBase<TOther>
    {
        for (int i = -5; i < 300; i++)
        {
            TOther other = TOther.CreateSaturating(i / 4.0);
            Assert.Equal(TNumber.CreateChecked(other), cast.Invoke(null, [other]));
        }
    }

    private static void CastTo<TOther>(MethodInfo cast)
        where TOther : INumberBase<TOther>
    {
        // Where there is no second, checked operator, and the type has no NaN, the one there is checks.
        bool isChecked = cast.Name == "op_CheckedExplicit" || typeof(TOther) == typeof(decimal) || typeof(TOther) == typeof(BigInteger);
        foreach (TNumber number in Some)
        {
            Exception? error = null;
            TOther expected = TOther.Zero;
            try
            {
                expected = isChecked ? TOther.CreateChecked(number) : TOther.CreateSaturating(number);
            }
            catch (OverflowException overflow)
            {
                error = overflow;
            }

            if (error is null) Assert.Equal(expected, cast.Invoke(null, [number]));
            else Assert.IsType<OverflowException>(Assert.Throws<TargetInvocationException>(() => cast.Invoke(null, [number])).InnerException);
        }
    }
}
