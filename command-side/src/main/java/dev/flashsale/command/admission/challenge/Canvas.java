package dev.flashsale.command.admission.challenge;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ThreadLocalRandom;

/** Paints backgrounds, no two alike: with a few stored pictures somebody would learn them all by heart. */
final class Canvas {
    static final int WIDTH = 480;
    static final int HEIGHT = 270;
    private static final int BLOTS = 28;
    private static final int CURVES = 14;

    private Canvas() {}

    static BufferedImage paint() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = brush(image);
        brush.setPaint(new GradientPaint(0, 0, colour(random, 255), WIDTH, HEIGHT, colour(random, 255)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < BLOTS; i++) {
            double size = random.nextDouble(20, 120);
            brush.setColor(colour(random, 150));
            brush.fill(new Ellipse2D.Double(
                    random.nextDouble(-40, WIDTH), random.nextDouble(-40, HEIGHT), size, random.nextDouble(20, 120)));
        }
        for (int i = 0; i < CURVES; i++) {
            brush.setStroke(new BasicStroke(random.nextFloat(1, 6)));
            brush.setColor(colour(random, 200));
            brush.draw(new CubicCurve2D.Double(
                    x(random), y(random), x(random), y(random), x(random), y(random), x(random), y(random)));
        }
        brush.dispose();
        return image;
    }

    static Graphics2D brush(BufferedImage image) {
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return brush;
    }

    static Color colour(ThreadLocalRandom random, int alpha) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), alpha);
    }

    private static double x(ThreadLocalRandom random) {
        return random.nextDouble(-40, WIDTH + 40);
    }

    private static double y(ThreadLocalRandom random) {
        return random.nextDouble(-40, HEIGHT + 40);
    }
}
