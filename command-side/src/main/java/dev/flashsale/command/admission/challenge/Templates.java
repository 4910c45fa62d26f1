package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.resource.common.model.dto.Resource;
import cloud.tianai.captcha.resource.common.model.dto.ResourceMap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** The outlines that the library cuts pieces by, read once from its jar. */
final class Templates {
    private static final String FOLDER = "/META-INF/cut-image/template/";
    private static final Map<String, BufferedImage> READ = new ConcurrentHashMap<>();

    private Templates() {}

    /** A stand-in for a stored background: ours are painted. */
    static Resource painted() {
        return new Resource("painted", "", "painted");
    }

    static ResourceMap named(String folder) {
        return new ResourceMap(folder, 1);
    }

    /** Not to be drawn on. */
    static BufferedImage image(ResourceMap template, String name) {
        return READ.computeIfAbsent(FOLDER + template.getTag() + '/' + name, Templates::read);
    }

    private static BufferedImage read(String path) {
        try (InputStream file = ResourceMap.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the library has no " + path);
            }
            return ImageIO.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
