namespace XrNpe.Vio;

/// <summary>Kernel, steps and padding of convolutions and pools.</summary>
internal static class OnnxWindow
{
    /// <summary>The geometry of a node over one axis, a sequence, or two, an image.</summary>
    /// <param name="node">The node.</param>
    /// <param name="kernel">Lengths of the kernel.</param>
    /// <param name="input">Shape of the input, with batch and channels.</param>
    /// <exception cref="InputException">The lengths in the attributes are too many or too few, or out of range.</exception>
    /// <exception cref="UnsupportedException">There are more axes, or the padding is of another kind.</exception>
    public static WindowGeometry Of(OnnxNode node, int[] kernel, int[] input)
    {
        int axes = kernel.Length;
        if (axes is not (1 or 2)) throw new UnsupportedException($"{node.Operator} over {axes} axes");
        if (input.Length != axes + 2)
        {
            throw node.Wrong($"has a kernel of {axes} axes and an input of shape {Network.Text(input)}: with batch and channels that makes {axes + 2} axes");
        }

        int[] ones = [.. Enumerable.Repeat(1, axes)];
        int[] strides = node.Lengths("strides", axes, smallest: 1) ?? ones;
        int[] dilations = node.Lengths("dilations", axes, smallest: 1) ?? ones;
        int[] pads = Pads(node, kernel, strides, dilated: dilations.Any(step => step != 1), input[2..]);
        return new WindowGeometry
        {
            KernelHeight = axes == 2 ? kernel[0] : 1,
            KernelWidth = kernel[^1],
            StrideY = axes == 2 ? strides[0] : 1,
            StrideX = strides[^1],
            DilationY = axes == 2 ? dilations[0] : 1,
            DilationX = dilations[^1],
            PadTop = axes == 2 ? pads[0] : 0,
            PadLeft = pads[axes - 1],
            PadBottom = axes == 2 ? pads[2] : 0,
            PadRight = pads[^1],
        };
    }

    /// <summary>
    /// The geometry with its steps rounded up, as ceil_mode wants: padding behind makes room for a last step, unless it would start in the padding.
    /// </summary>
    public static WindowGeometry RoundedUp(WindowGeometry geometry, int[] input) => geometry with
    {
        PadBottom = geometry.PadBottom
            + (input.Length == 4 ? Missing(input[2], geometry.KernelHeight, geometry.StrideY, geometry.DilationY, geometry.PadTop, geometry.PadBottom) : 0),
        PadRight = geometry.PadRight + Missing(input[^1], geometry.KernelWidth, geometry.StrideX, geometry.DilationX, geometry.PadLeft, geometry.PadRight),
    };

    private static int Missing(int size, int kernel, int stride, int dilation, int before, int after)
    {
        int room = size + before + after - ((kernel - 1) * dilation) - 1;
        int rest = room % stride;
        int nextStart = ((room / stride) + 1) * stride;
        return room < 0 || rest == 0 || nextStart >= size + before ? 0 : stride - rest;
    }

    /// <summary>Padding before all axes, then after all.</summary>
    private static int[] Pads(OnnxNode node, int[] kernel, int[] strides, bool dilated, int[] input)
    {
        int axes = kernel.Length;
        int[] pads = new int[2 * axes];
        string kind = node.Text("auto_pad", "NOTSET");
        switch (kind)
        {
            case "NOTSET":
                return node.Lengths("pads", 2 * axes, smallest: 0) ?? pads;
            case "VALID":
                return pads;
            case "SAME_UPPER" or "SAME_LOWER" when dilated:
                throw new UnsupportedException($"{node.Operator} with auto_pad {kind} and dilations");
            case "SAME_UPPER" or "SAME_LOWER":
                for (int axis = 0; axis < axes; axis++)
                {
                    // As many outputs as steps fit into the input; an odd pixel goes behind, or in front.
                    int outputs = (input[axis] + strides[axis] - 1) / strides[axis];
                    int total = Math.Max(0, ((outputs - 1) * strides[axis]) + kernel[axis] - input[axis]);
                    int smaller = total / 2;
                    pads[axis] = kind == "SAME_UPPER" ? smaller : total - smaller;
                    pads[axes + axis] = total - pads[axis];
                }

                return pads;
            default:
                throw new UnsupportedException($"{node.Operator} with auto_pad {InputException.Quote(kind)}");
        }
    }
}
