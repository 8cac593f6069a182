using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace XrNpe.Vio;

/// <summary>
/// Ridge regression: the linear map with an offset that is nearest to targets, large coefficients held down. Features and targets count in units of
/// their spread.
/// </summary>
internal sealed class Ridge
{
    private const int Folds = 4;

    private static readonly double[] Strengths = [1e-5, 1e-4, 1e-3, 1e-2, 0.03, 0.1, 0.3, 1, 3];

    private readonly Spread _features;
    private readonly Spread _targets;
    private readonly double[][] _x;
    private readonly double[][] _y;

    private Ridge(double[][] features, double[][] targets)
    {
        _features = Spread.Of(features);
        _targets = Spread.Of(targets);
        _x = Array.ConvertAll(features, _features.Standardized);
        _y = Array.ConvertAll(targets, _targets.Standardized);
    }

    /// <summary>
    /// Fits W and b so that features · Wᵀ + b ≈ targets, with the strength that does best on samples left out, a quarter at a time: neighbouring
    /// samples are alike, so quarters are left out in one piece.
    /// </summary>
    /// <param name="features">Samples × features.</param>
    /// <param name="targets">Samples × outputs.</param>
    /// <returns>W, outputs × features row-major, and b.</returns>
    public static (double[] Weights, double[] Bias) Fit(double[][] features, double[][] targets)
    {
        var ridge = new Ridge(features, targets);
        var parts = new (Matrix<double> Normal, Matrix<double> Right, int First, int Last)[Folds];
        Parallel.For(0, Folds, fold =>
        {
            int first = fold * features.Length / Folds, last = (fold + 1) * features.Length / Folds;
            (Matrix<double> normal, Matrix<double> right) = ridge.Equations(first, last);
            parts[fold] = (normal, right, first, last);
        });
        Matrix<double> all = parts.Select(part => part.Normal).Aggregate((a, b) => a + b), sides = parts.Select(part => part.Right).Aggregate((a, b) => a + b);
        double[] errors = new double[Strengths.Length];
        Parallel.For(0, Strengths.Length, i =>
        {
            foreach ((Matrix<double> normal, Matrix<double> right, int first, int last) in parts)
            {
                Matrix<double> solution = Solve(all - normal, sides - right, Strengths[i] * (features.Length - (last - first)));
                errors[i] += ridge.Error(solution, first, last);
            }
        });
        return ridge.InUnits(Solve(all, sides, Strengths[Array.IndexOf(errors, errors.Min())] * features.Length));
    }

    private static Matrix<double> Solve(Matrix<double> normal, Matrix<double> right, double penalty)
    {
        Matrix<double> held = normal.Clone();
        for (int i = 0; i < held.RowCount; i++) held[i, i] += penalty;
        return held.Cholesky().Solve(right);
    }

    /// <summary>xᵀx and xᵀy of some samples.</summary>
    private (Matrix<double> Normal, Matrix<double> Right) Equations(int first, int last)
    {
        // Columns of samples side by side, so that every product of two is one of spans.
        int samples = last - first;
        double[][] x = Columns(_x, first, samples), y = Columns(_y, first, samples);
        Matrix<double> normal = Matrix<double>.Build.Dense(x.Length, x.Length), right = Matrix<double>.Build.Dense(x.Length, y.Length);
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j <= i; j++) normal[i, j] = normal[j, i] = TensorPrimitives.Dot<double>(x[i], x[j]);
            for (int j = 0; j < y.Length; j++) right[i, j] = TensorPrimitives.Dot<double>(x[i], y[j]);
        }

        return (normal, right);
    }

    private static double[][] Columns(double[][] rows, int first, int count) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => Enumerable.Range(first, count).Select(row => rows[row][column]).ToArray())];

    private double Error(Matrix<double> solution, int first, int last)
    {
        double[][] weights = solution.ToColumnArrays();
        double sum = 0;
        for (int sample = first; sample < last; sample++)
        {
            for (int output = 0; output < weights.Length; output++)
            {
                double error = TensorPrimitives.Dot<double>(weights[output], _x[sample]) - _y[sample][output];
                sum += error * error;
            }
        }

        return sum;
    }

    /// <summary>The map from features as they are to targets as they are.</summary>
    private (double[] Weights, double[] Bias) InUnits(Matrix<double> solution)
    {
        int inputs = solution.RowCount, outputs = solution.ColumnCount;
        double[] weights = new double[outputs * inputs], bias = new double[outputs];
        for (int output = 0; output < outputs; output++)
        {
            bias[output] = _targets.Mean[output];
            for (int input = 0; input < inputs; input++)
            {
                double weight = solution[input, output] * _targets.Deviation[output] / _features.Deviation[input];
                weights[(output * inputs) + input] = weight;
                bias[output] -= weight * _features.Mean[input];
            }
        }

        return (weights, bias);
    }
}
