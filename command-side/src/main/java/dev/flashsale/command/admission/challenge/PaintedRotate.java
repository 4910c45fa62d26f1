package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.generator.impl.StandardRotateImageCaptchaGenerator;
import cloud.tianai.captcha.resource.common.model.dto.Resource;
import cloud.tianai.captcha.resource.common.model.dto.ResourceMap;
import cloud.tianai.captcha.resource.impl.DefaultImageCaptchaResourceManager;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** The library's picture to be turned upright, on painted backgrounds. */
final class PaintedRotate extends StandardRotateImageCaptchaGenerator {
    PaintedRotate() {
        super(new DefaultImageCaptchaResourceManager());
    }

    @Override
    protected ResourceMap requiredRandomGetTemplate(String type, String tag) {
        return Templates.named("rotate_1");
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

    @Override
    protected BufferedImage getResourceImage(Resource resource) {
        return Canvas.paint();
    }
}
