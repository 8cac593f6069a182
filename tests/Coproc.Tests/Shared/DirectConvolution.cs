using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

/// <summary>A convolution as textbooks write it, term by term: it knows neither rows of a matrix nor words.</summary>
internal static class DirectConvolution
{
    public static uint[] Run(MatmulJob job)
    {
        ConvWindow w = job.Window!;
        int n = job.Shape.N;
        uint[] c = new uint[w.OutHeight * w.OutWidth * n];
        for (int y = 0; y < w.OutHeight; y++)
        {
            for (int x = 0; x < w.OutWidth; x++)
            {
                for (int channel = 0; channel < n; channel++) c[(((y * w.OutWidth) + x) * n) + channel] = Pixel(job, w, y, x, channel);
            }
        }

        return c;
    }

    private static uint Pixel(MatmulJob job, ConvWindow w, int y, int x, int outChannel)
    {
        var quire = new Quire128(job.Input);
        for (int ky = 0; ky < w.KernelHeight; ky++)
        {
            for (int kx = 0; kx < w.KernelWidth; kx++)
            {
                for (int channel = 0; channel < w.Channels; channel++)
                {
                    int iy = (y * w.StrideY) - w.PadTop + ky;
                    int ix = (x * w.StrideX) - w.PadLeft + kx;
                    bool inside = iy >= 0 && iy < w.Height && ix >= 0 && ix < w.Width;
                    ushort pixel = inside ? job.A[(((iy * w.Width) + ix) * w.Channels) + channel] : (ushort)0;
                    quire.AddProduct(pixel, job.B[(((((outChannel * w.KernelHeight) + ky) * w.KernelWidth) + kx) * w.Channels) + channel]);
                }
            }
        }

        ChannelEntry entry = job.Channels is { Length: > 0 } channels ? channels[outChannel] : default;
        var biased = new Quire128(job.Input, quire.Sum + entry.Sum, quire.IsNaR);
        return OutputStage.Finish(biased, job.Activation, job.Scale + entry.Scale, job.Output, out _);
    }
}
