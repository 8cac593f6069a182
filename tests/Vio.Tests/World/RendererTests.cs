namespace XrNpe.Vio.Tests;

public class RendererTests
{
    private const int Width = 128, Height = 64;

    public static TheoryData<TrackKind> Kinds => [.. Enum.GetValues<TrackKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Frames_have_contrast_and_change(TrackKind kind)
    {
        var ride = new SyntheticSequence(kind, 60, 1);
        for (int i = 0; i + 1 < ride.FrameCount; i += 10)
        {
            byte[] now = ride.Frame(i, Width, Height, 1).Pixels, next = ride.Frame(i + 1, Width, Height, 1).Pixels;
            double mean = now.Average(p => p);
            Assert.InRange(mean, 40, 215);
            Assert.InRange(Math.Sqrt(now.Average(p => (p - mean) * (p - mean))), 20, 100);
            Assert.InRange(Apart(now, next), 1.5, 60);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Small_motions_change_little_so_that_nothing_shimmers(TrackKind kind)
    {
        var ride = new SyntheticSequence(kind, 20, 1);
        Pose camera = ride.Track.Camera(1);
        byte[] before = Renderer.Picture(ride.Scene, camera, Width, Height).Pixels;
        byte[] after = Renderer.Picture(ride.Scene, camera.Compose(new Pose(Rotation.Identity, new Vector3d(0, 0, 0.01))), Width, Height).Pixels;
        Assert.InRange(Apart(before, after), 0.001, 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_view_is_the_same_whatever_the_size(TrackKind kind)
    {
        var ride = new SyntheticSequence(kind, 20, 1);
        Frame large = Resample.Bilinear(ride.Frame(7, 4 * Width, 4 * Height, 3), Width, Height);
        Assert.InRange(Apart(large.Pixels, ride.Frame(7, Width, Height, 3).Pixels), 0, 8);
    }

    [Fact]
    public void Grey_is_the_luma_of_colour()
    {
        var ride = new SyntheticSequence(TrackKind.Eight, 5, 1);
        Assert.Equal(ride.Frame(2, 32, 16, 3).WithChannels(1).Pixels, ride.Frame(2, 32, 16, 1).Pixels);
    }

    /// <summary>A white box on black: where its corners are projected to, the picture changes.</summary>
    [Fact]
    public void A_box_is_where_the_pinhole_camera_puts_it()
    {
        // 10 m ahead, 2 m wide, from 1 m left of the axis to 1 m right, from 0.5 m above the axis to 1 m below.
        var box = new Box(new Vector3d(10, -1, 0.65), new Vector3d(12, 1, 2.15), new Colour(1, 1, 1), 0);
        var scene = new BoxScene(box);
        var camera = new Pose(Track.CameraInBody, new Vector3d(0, 0, 1.65));
        Frame frame = Renderer.Picture(scene, camera, 1200, 600);
        int[] columns = [.. Enumerable.Range(0, 1200).Where(x => frame.Pixels[((300 * 1200) + x) * 3] > 127)];
        int[] rows = [.. Enumerable.Range(0, 600).Where(y => frame.Pixels[((y * 1200) + 600) * 3] > 127)];

        // 720 pixels are tan 45°: 72 a metre at 10 m.
        Assert.Equal((600 - 72, 600 + 71), (columns[0], columns[^1]));
        Assert.Equal((300 - 36, 300 + 71), (rows[0], rows[^1]));
        Assert.Equal(144, columns.Length);

        // Nearer than the eye, behind it, and around it.
        Assert.Equal(0, Bright(new Box(new Vector3d(-12, -1, 0), new Vector3d(-10, 1, 3), box.Paint, 0), camera));
        Assert.InRange(Bright(new Box(new Vector3d(-5, 0.5, 0), new Vector3d(50, 1, 3), box.Paint, 0), camera), 0.3, 0.5);
        Assert.Equal(0, Bright(new Box(new Vector3d(-5, -5, 0), new Vector3d(5, 5, 3), box.Paint, 0), camera));
    }

    [Fact]
    public void The_nearer_box_hides_the_farther_whichever_comes_first()
    {
        var near = new Box(new Vector3d(5, -1, 0), new Vector3d(6, 1, 3), new Colour(1, 0, 0), 0);
        var far = new Box(new Vector3d(9, -9, 0), new Vector3d(10, 9, 9), new Colour(0, 1, 0), 0);
        var camera = new Pose(Track.CameraInBody, new Vector3d(0, 0, 1.65));
        byte[] first = Renderer.Picture(new BoxScene(near, far), camera, 64, 32).Pixels, second = Renderer.Picture(new BoxScene(far, near), camera, 64, 32).Pixels;
        Assert.Equal(first, second);
        Assert.Equal([255, 0, 0], first[(((16 * 64) + 32) * 3)..(((16 * 64) + 33) * 3)]);
    }

    private static double Bright(Box box, Pose camera) => Renderer.Picture(new BoxScene(box), camera, 64, 32).Pixels.Average(p => p / 255.0);

    private static double Apart(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Average();

    private sealed class BoxScene(params Box[] boxes) : Scene
    {
        public override IReadOnlyList<Box> Boxes => boxes;

        public override int BackgroundSurface(in Ray ray) => 0;

        public override Colour Background(in Ray ray) => default;

        public override Colour Face(in Ray ray, Box box, double depth, int axis) => box.Paint;
    }
}
