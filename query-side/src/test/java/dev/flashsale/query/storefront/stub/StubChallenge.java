package dev.flashsale.query.storefront.stub;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A challenge with one fixed solution, and how it is told whether an answer is right.
 *
 * @param presentation what the page gets
 */
record StubChallenge(Map<String, Object> presentation, Predicate<@Nullable Object> isRight) {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 180;
    private static final int PIECE = 50;
    /** Where the gap is, and by how much the disc is turned, as a part of the picture's width. */
    private static final double WANTED = 0.4;

    private static final double TOLERANCE = 0.02;

    boolean isAnsweredBy(@Nullable Object answer) {
        return isRight.test(answer);
    }

    static StubChallenge of(String kind) {
        return switch (kind) {
            case "PROOF_OF_WORK" -> proofOfWork();
            case "QUIZ" ->
                new StubChallenge(
                        Map.of("questionId", "q1", "text", "Which plant does tea come from?"), "camellia"::equals);
            case "CLICK" -> clicks();
            default ->
                new StubChallenge(
                        Map.of(
                                "backgroundImage",
                                picture(WIDTH, HEIGHT, Color.DARK_GRAY),
                                "templateImage",
                                kind.equals("ROTATE")
                                        ? picture(HEIGHT - 40, HEIGHT - 40, Color.ORANGE)
                                        : picture(PIECE, HEIGHT, Color.ORANGE),
                                "width",
                                WIDTH,
                                "height",
                                HEIGHT),
                        StubChallenge::isMovedThere);
        };
    }

    private static StubChallenge proofOfWork() {
        String salt = "0123456789abcdef?expires=1790000000&";
        int number = 23_456;
        return new StubChallenge(
                Map.of(
                        "algorithm",
                        "SHA-256",
                        "salt",
                        salt,
                        "challenge",
                        sha256(salt + number),
                        "maxNumber",
                        50_000,
                        "signature",
                        "signed"),
                answer -> answer instanceof Map<?, ?> solution
                        && Integer.valueOf(number).equals(solution.get("number"))
                        && salt.equals(solution.get("salt"))
                        && "signed".equals(solution.get("signature")));
    }

    private static StubChallenge clicks() {
        return new StubChallenge(
                Map.of(
                        "backgroundImage",
                        picture(WIDTH, HEIGHT, Color.DARK_GRAY),
                        "templateImage",
                        picture(WIDTH / 2, PIECE, Color.BLACK)),
                answer -> answer instanceof Map<?, ?> given
                        && given.get("points") instanceof List<?> points
                        && points.size() == 2
                        && points.stream().allMatch(StubChallenge::isInThePicture));
    }

    private static boolean isInThePicture(Object point) {
        return point instanceof Map<?, ?> one
                && one.get("x") instanceof Number x
                && one.get("y") instanceof Number y
                && Math.abs(x.doubleValue() - 0.5) <= 0.5
                && Math.abs(y.doubleValue() - 0.5) <= 0.5;
    }

    private static boolean isMovedThere(@Nullable Object answer) {
        return answer instanceof Map<?, ?> given
                && given.get("percentage") instanceof Number moved
                && Math.abs(moved.doubleValue() - WANTED) <= TOLERANCE;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String picture(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, colour, width, height, Color.LIGHT_GRAY));
        graphics.fillRect(0, height / 3, width, PIECE);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
