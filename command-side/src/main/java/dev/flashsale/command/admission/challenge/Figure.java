package dev.flashsale.command.admission.challenge;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What is clicked: figures that people tell apart in any language, and that need no font. */
enum Figure {
    DISC,
    RING,
    TRIANGLE,
    SQUARE,
    STAR,
    CROSS,
    CRESCENT,
    HOURGLASS;

    /** The figure within a square of this many pixels from the origin. */
    Shape within(double size) {
        return switch (this) {
            case DISC -> disc(0, 0, size);
            case RING -> without(disc(0, 0, size), disc(size * 0.25, size * 0.25, size * 0.5));
            case TRIANGLE -> polygon(size, 0.5, 0, 1, 0.95, 0, 0.95);
            case SQUARE -> new Rectangle2D.Double(size * 0.08, size * 0.08, size * 0.84, size * 0.84);
            case STAR -> star(size);
            case CROSS ->
                polygon(
                        size, 0.35, 0, 0.65, 0, 0.65, 0.35, 1, 0.35, 1, 0.65, 0.65, 0.65, 0.65, 1, 0.35, 1, 0.35, 0.65,
                        0, 0.65, 0, 0.35, 0.35, 0.35);
            case CRESCENT -> without(disc(0, 0, size), disc(size * 0.3, -size * 0.1, size * 0.95));
            case HOURGLASS -> polygon(size, 0, 0, 1, 0, 0.55, 0.5, 1, 1, 0, 1, 0.45, 0.5);
        };
    }

    private static Ellipse2D disc(double x, double y, double size) {
        return new Ellipse2D.Double(x, y, size, size);
    }

    private static Area without(Shape whole, Shape part) {
        Area area = new Area(whole);
        area.subtract(new Area(part));
        return area;
    }

    private static Path2D polygon(double size, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0] * size, corners[1] * size);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i] * size, corners[i + 1] * size);
        }
        path.closePath();
        return path;
    }

    private static Path2D star(double size) {
        double[] corners = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 0.5 : 0.2;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            corners[2 * i] = 0.5 + radius * Math.cos(angle);
            corners[2 * i + 1] = 0.5 + radius * Math.sin(angle);
        }
        return polygon(size, corners);
    }
}
