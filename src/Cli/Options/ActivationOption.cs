using System.Globalization;
using XrNpe.Arith;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>An activation on the command line: <c>none</c>, <c>relu</c> or <c>leaky:M/S</c>, whose slope is M/2^S.</summary>
internal static class ActivationOption
{
    private const string Leaky = "leaky:";

    /// <summary>Parses an activation.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Activation Parse(string text)
    {
        string name = text.Trim().ToLowerInvariant();
        if (name == "none") return Activation.None;
        if (name == "relu") return Activation.Relu;
        string[] slope = name.StartsWith(Leaky, StringComparison.Ordinal) ? name[Leaky.Length..].Split('/') : [];
        if (slope.Length == 2
            && byte.TryParse(slope[0], NumberStyles.None, CultureInfo.InvariantCulture, out byte m)
            && byte.TryParse(slope[1], NumberStyles.None, CultureInfo.InvariantCulture, out byte s)
            && s <= 15)
        {
            return Activation.LeakyRelu(m, s);
        }

        throw new InputException(
            $"--activation {InputException.Quote(text)}: none, relu, or leaky:M/S with M from 0 to 255 and S from 0 to 15, slope M/2^S; leaky:205/11 is 0.1");
    }

    /// <summary>The activation as it is written.</summary>
    public static string Text(Activation activation) => activation.Kind switch
    {
        ActivationKind.Relu => "relu",
        ActivationKind.LeakyRelu => $"{Leaky}{activation.SlopeM}/{activation.SlopeS}",
        _ => "none",
    };
}
