package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.common.AnyMap;
import cloud.tianai.captcha.generator.ImageCaptchaGenerator;
import cloud.tianai.captcha.generator.common.model.dto.GenerateParam;
import cloud.tianai.captcha.generator.common.model.dto.ImageCaptchaInfo;
import cloud.tianai.captcha.validator.common.model.dto.ImageCaptchaTrack;
import cloud.tianai.captcha.validator.impl.SimpleImageCaptchaValidator;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A picture of the captcha library's. Where the piece ends decides, not how it moved: keyboards move pieces too. */
final class PictureChallenger implements Challenger {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    private static final int AHEAD = 32;

    private final ChallengeKind kind;
    private final GenerateParam wanted;
    private final ImageCaptchaGenerator generator;
    private final SimpleImageCaptchaValidator validator = new SimpleImageCaptchaValidator();
    private final PicturePool pool;

    /**
     * Draws ahead as soon as somebody asks for the first.
     *
     * @param type what the library calls this kind
     */
    PictureChallenger(ChallengeKind kind, String type, ImageCaptchaGenerator generator, Executor background) {
        this.kind = kind;
        this.generator = generator.init();
        this.wanted = GenerateParam.builder()
                .type(type)
                .backgroundFormatName("jpeg")
                .templateFormatName("png")
                .obfuscate(true)
                .build();
        this.pool = new PicturePool(this::drawn, AHEAD, background);
    }

    @Override
    public ChallengeKind kind() {
        return kind;
    }

    @Override
    public @Nullable Drawn draw(ChallengePolicy policy, boolean harder, Instant expiresAt) {
        return pool.take();
    }

    @Override
    public boolean isRight(String secret, JsonNode answer) {
        ImageCaptchaTrack track = Track.of(answer);
        return track != null
                && validator
                        .valid(track, AnyMap.of(JSON.readValue(secret, MAP)))
                        .isSuccess();
    }

    private Drawn drawn() {
        ImageCaptchaInfo picture = generator.generateCaptchaImage(wanted);
        return new Drawn(
                Presentation.picture(
                        picture.getBackgroundImage(),
                        picture.getTemplateImage(),
                        picture.getBackgroundImageWidth(),
                        picture.getBackgroundImageHeight(),
                        picture.getTemplateImageWidth(),
                        picture.getTemplateImageHeight()),
                JSON.writeValueAsString(validator.generateImageCaptchaValidData(picture)));
    }
}
