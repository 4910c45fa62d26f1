package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.validator.common.constant.TrackTypeConstant;
import cloud.tianai.captcha.validator.common.model.dto.ImageCaptchaTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was done to a picture: the library's own form ({@code bgImageWidth}, {@code bgImageHeight}, {@code trackList} of
 * x, y, t, type), or its short forms {@code {"percentage": 0.42}} for a piece that was moved and {@code {"points": [{"x":
 * 0.1, "y": 0.2}]}} for clicks, both as parts of the picture's width and height.
 */
final class Track {
    private static final int MOST_POINTS = 500;
    private static final int SIDE = 10_000;

    private Track() {}

    /** The track; null if it is none. */
    static @Nullable ImageCaptchaTrack of(JsonNode answer) {
        JsonNode percentage = answer.get("percentage");
        JsonNode points = answer.get("points");
        if (percentage != null) {
            return percentage.isNumber() ? track(SIDE, SIDE, moved(number(percentage))) : null;
        }
        if (points != null) {
            List<ImageCaptchaTrack.Track> clicks = steps(points, SIDE, TrackTypeConstant.CLICK);
            return clicks == null ? null : track(SIDE, SIDE, clicks);
        }
        JsonNode list = answer.get("trackList");
        List<ImageCaptchaTrack.Track> steps = list == null ? null : steps(list, 1, TrackTypeConstant.MOVE);
        int width = answer.path("bgImageWidth").asInt(0);
        int height = answer.path("bgImageHeight").asInt(0);
        return steps == null || width < 1 || height < 1 ? null : track(width, height, steps);
    }

    private static List<ImageCaptchaTrack.Track> moved(float share) {
        return List.of(step(0, 0, 0, TrackTypeConstant.MOVE), step(share * SIDE, 0, 0, TrackTypeConstant.MOVE));
    }

    private static @Nullable List<ImageCaptchaTrack.Track> steps(JsonNode list, int scale, String usualType) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_POINTS) {
            return null;
        }
        List<ImageCaptchaTrack.Track> steps = new ArrayList<>(list.size());
        for (JsonNode point : list) {
            if (!point.path("x").isNumber() || !point.path("y").isNumber()) {
                return null;
            }
            steps.add(step(
                    number(point.path("x")) * scale,
                    number(point.path("y")) * scale,
                    number(point.path("t")),
                    point.path("type").asString(usualType)));
        }
        return steps;
    }

    /** Numbers that no picture has become infinite, which no answer is. */
    private static float number(JsonNode node) {
        return (float) node.asDouble(0);
    }

    private static ImageCaptchaTrack.Track step(float x, float y, float t, String type) {
        return new ImageCaptchaTrack.Track(x, y, t, type);
    }

    private static ImageCaptchaTrack track(int width, int height, List<ImageCaptchaTrack.Track> steps) {
        ImageCaptchaTrack track = new ImageCaptchaTrack();
        track.setBgImageWidth(width);
        track.setBgImageHeight(height);
        track.setTrackList(steps);
        return track;
    }
}
