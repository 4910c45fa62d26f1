package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.common.constant.CaptchaTypeConstant;
import cloud.tianai.captcha.generator.common.model.dto.CaptchaExchange;
import cloud.tianai.captcha.generator.common.model.dto.ClickImageCheckDefinition;
import cloud.tianai.captcha.generator.common.model.dto.CustomData;
import cloud.tianai.captcha.generator.common.model.dto.GenerateParam;
import cloud.tianai.captcha.generator.common.model.dto.ImageCaptchaInfo;
import cloud.tianai.captcha.generator.common.model.dto.ImageTransformData;
import cloud.tianai.captcha.generator.impl.AbstractClickImageCaptchaGenerator;
import cloud.tianai.captcha.resource.common.model.dto.Resource;
import cloud.tianai.captcha.resource.impl.DefaultImageCaptchaResourceManager;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The library's picture to be clicked in order, with figures in the place of words. */
final class FigureClick extends AbstractClickImageCaptchaGenerator {
    private static final int FIGURES = 6;
    private static final int ASKED_FOR = 3;
    private static final int SIZE = 56;
    private static final int MARGIN = 8;
    private static final int TIP_SIZE = 28;
    private static final int TIP_STEP = 40;

    FigureClick() {
        super(new DefaultImageCaptchaResourceManager());
    }

    @Override
    protected void doInit() {
        // nothing is read from files
    }

    @Override
    protected Resource requiredRandomGetResource(String type, String tag) {
        return Templates.painted();
    }

    @Override
    protected BufferedImage getResourceImage(Resource resource) {
        return Canvas.paint();
    }

    @Override
    protected List<Resource> randomGetClickImgTips(GenerateParam param) {
        List<Figure> figures = new ArrayList<>(List.of(Figure.values()));
        Collections.shuffle(figures, ThreadLocalRandom.current());
        return figures.subList(0, FIGURES).stream()
                .map(figure -> new Resource("figure", figure.name()))
                .toList();
    }

    @Override
    public ImgWrapper getClickImg(Resource tip, @Nullable Color wanted) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Color colour = Canvas.colour(random, 255);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        AffineTransform place = AffineTransform.getTranslateInstance(MARGIN, MARGIN);
        place.rotate(random.nextDouble(-0.35, 0.35), (SIZE - 2 * MARGIN) / 2.0, (SIZE - 2 * MARGIN) / 2.0);
        draw(image, place.createTransformedShape(figure(tip).within(SIZE - 2.0 * MARGIN)), colour);
        return new ImgWrapper(image, tip, colour);
    }

    @Override
    protected List<ClickImageCheckDefinition> filterAndSortClickImageCheckDefinition(
            CaptchaExchange exchange, List<ClickImageCheckDefinition> all) {
        Collections.shuffle(all, ThreadLocalRandom.current());
        return new ArrayList<>(all.subList(0, ASKED_FOR));
    }

    @Override
    @SuppressWarnings("unchecked") // put there by the class above, which has no type for it
    protected ImageCaptchaInfo doWrapImageCaptchaInfo(CaptchaExchange exchange) {
        List<ClickImageCheckDefinition> asked = (List<ClickImageCheckDefinition>) exchange.getTransferData();
        BufferedImage background = exchange.getBackgroundImage();
        BufferedImage tips = tips(asked);
        CustomData data = exchange.getCustomData();
        ImageTransformData urls = getImageTransform()
                .transform(exchange.getParam(), background, tips, exchange.getResourceImage(), asked, data);
        data.setExpand(asked);
        return new ImageCaptchaInfo(
                urls.getBackgroundImageUrl(),
                urls.getTemplateImageUrl(),
                null,
                null,
                background.getWidth(),
                background.getHeight(),
                tips.getWidth(),
                tips.getHeight(),
                null,
                CaptchaTypeConstant.WORD_IMAGE_CLICK);
    }

    private static BufferedImage tips(List<ClickImageCheckDefinition> asked) {
        BufferedImage image = new BufferedImage(TIP_STEP * asked.size(), TIP_STEP, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < asked.size(); i++) {
            double margin = (TIP_STEP - TIP_SIZE) / 2.0;
            AffineTransform place = AffineTransform.getTranslateInstance(TIP_STEP * i + margin, margin);
            Shape shape = figure(asked.get(i).getTip()).within(TIP_SIZE);
            draw(image, place.createTransformedShape(shape), Color.GRAY);
        }
        return image;
    }

    private static Figure figure(Resource tip) {
        return Figure.valueOf(tip.getData());
    }

    private static void draw(BufferedImage image, Shape shape, Color colour) {
        Graphics2D brush = Canvas.brush(image);
        brush.setColor(Color.WHITE);
        brush.setStroke(new BasicStroke(4));
        brush.draw(shape);
        brush.setColor(colour);
        brush.fill(shape);
        brush.dispose();
    }
}
