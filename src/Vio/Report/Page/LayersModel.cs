using Scriban.Runtime;
using XrNpe.Arith;

namespace XrNpe.Vio;

/// <summary>Layer by layer, for each precision: shape, formats, scales, noise, cost; and what is left to the host.</summary>
internal static class LayersModel
{
    private const int PercentOfBar = 100;

    /// <summary>The model.</summary>
    public static ScriptObject Of(VioReportData data, IReadOnlyList<ReportSeries> series) => new()
    {
        ["runs"] = new ScriptArray(series.Where(one => one.Run is { Cost: not null, Network: not null }).Select(one => Run(one, one.Run.Network!, one.Run.Cost!, one.Index == series.Count - 1))),
        ["host"] = new ScriptArray(data.Experiment.Lowered.HostSteps.Select(step => new ScriptObject { ["name"] = step.Node.Name, ["operator"] = step.Node.Operator.Description })),
    };

    private static ScriptObject Run(ReportSeries one, CalibratedNetwork network, NetworkCost cost, bool isLast)
    {
        double peak = cost.Layers.Sum(layer => (double)layer.Layer.Macs / layer.PeakMacs);
        return new ScriptObject
        {
            ["name"] = one.Name,
            ["style"] = one.Style,
            ["open"] = isLast,
            ["cycles"] = ReportText.Count(cost.Cycles),
            ["short_cycles"] = ReportText.Short(cost.Cycles),
            ["short_bytes"] = ReportText.Short(cost.Bytes),
            ["utilization"] = ReportText.Share(peak / cost.Cycles),
            ["macs"] = ReportText.Short(cost.Layers.Sum(layer => layer.Layer.Macs)),
            ["read"] = ReportText.Count(cost.BytesRead),
            ["written"] = ReportText.Count(cost.BytesWritten),
            ["layers"] = new ScriptArray(cost.Layers.Select(layer => Layer(network, layer))),
            ["rounded_again"] = new ScriptArray(network.Network.RoundedAgain.Select(again => new ScriptObject { ["value"] = again.Value, ["layer"] = again.Layer.Name })),
        };
    }

    private static ScriptObject Layer(CalibratedNetwork network, LayerCost cost)
    {
        QuantizedLayer layer = network.Network.Layer(cost.Layer.Name);
        MatmulShape shape = cost.Layer.Shape;
        string jobs = cost.Layer.Jobs == 1 ? "" : $"{ReportText.Count(cost.Layer.Jobs)} of ";
        return new ScriptObject
        {
            ["name"] = cost.Layer.Name,
            ["shape"] = $"{jobs}{ReportText.Count(shape.M)}×{ReportText.Count(shape.K)}×{ReportText.Count(shape.N)}",
            ["format"] = ReportText.Name(cost.Format),
            ["output"] = ReportText.Name(cost.Output),
            ["input_scales"] = ReportText.Scales(layer.Inputs[0].Scales),
            ["weight_scales"] = cost.Layer.Kind == EngineKind.MatrixProduct ? ReportText.Scales(layer.Inputs[1].Scales) : ReportText.Scales(layer.WeightScales),
            ["decibels"] = network.Decibels[cost.Layer.Name] is { } decibels ? ReportText.Fixed(decibels, 1) : "exact",
            ["macs"] = ReportText.Short(cost.Layer.Macs),
            ["cycles"] = ReportText.Count(cost.Cycles),
            ["utilization"] = ReportText.Share(cost.Utilization),
            ["bar"] = ReportText.Fixed(PercentOfBar * Math.Clamp(cost.Utilization, 0, 1), 0),
            ["read"] = ReportText.Count(cost.BytesRead),
            ["written"] = ReportText.Count(cost.BytesWritten),
        };
    }
}
