namespace XrNpe.Arith;

/// <summary>A rectangle of tiles of C: the ends are exclusive.</summary>
internal readonly record struct TileArea(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    /// <summary>Runs an action for each of so many tiles, one run of neighbours per thread.</summary>
    public static void ForEach(int tiles, int threads, Action<int> action) => Run(tiles, 1, threads, area =>
    {
        for (int tile = area.FirstRow; tile < area.LastRow; tile++) action(tile);
    });

    /// <summary>Runs an action over all tiles, cut into one piece per thread along the longer side.</summary>
    public static void Run(int rowTiles, int columnTiles, int threads, Action<TileArea> action)
    {
        int pieces = Math.Min(threads, Math.Max(rowTiles, columnTiles));
        if (pieces <= 1)
        {
            action(new TileArea(0, rowTiles, 0, columnTiles));
            return;
        }

        Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = pieces }, piece => action(
            rowTiles >= columnTiles
                ? new TileArea(Cut(rowTiles, piece), Cut(rowTiles, piece + 1), 0, columnTiles)
                : new TileArea(0, rowTiles, Cut(columnTiles, piece), Cut(columnTiles, piece + 1))));

        int Cut(int tiles, int piece) => (int)((long)tiles * piece / pieces);
    }
}
