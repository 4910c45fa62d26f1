package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.generator.impl.StandardSliderImageCaptchaGenerator;
import cloud.tianai.captcha.resource.common.model.dto.Resource;
import cloud.tianai.captcha.resource.common.model.dto.ResourceMap;
import cloud.tianai.captcha.resource.impl.DefaultImageCaptchaResourceManager;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The library's slider, on painted backgrounds. */
final class PaintedSlider extends StandardSliderImageCaptchaGenerator {
    PaintedSlider() {
        super(new DefaultImageCaptchaResourceManager());
    }

    @Override
    protected ResourceMap requiredRandomGetTemplate(String type, String tag) {
        return Templates.named(ThreadLocalRandom.current().nextBoolean() ? "slider_1" : "slider_2");
    }

    @Override
    protected Resource requiredRandomGetResource(String type, String tag) {
        return Templates.painted();
    }

    @Override
    protected BufferedImage getTemplateImage(ResourceMap template, String name) {
        return Templates.image(template, name);
    }

    @Override
    protected Optional<BufferedImage> getTemplateImageOfOptional(ResourceMap template, String name) {
        return Optional.empty();
    }

    /** Where the decoy goes; the library's own choice finds no room when the gap is in the middle of a small picture. */
    @Override
    protected int randomObfuscateX(int gap, int width, int pictureWidth) {
        boolean left = gap - width > width;
        boolean right = gap + width < pictureWidth - width;
        return left && !(right && randomBoolean())
                ? randomInt(width, gap - width)
                : randomInt(gap + width, pictureWidth - width);
    }

    @Override
    protected BufferedImage getResourceImage(Resource resource) {
        return Canvas.paint();
    }
}
