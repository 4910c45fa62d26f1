package dev.flashsale.command.admission.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper is shown, by kind: pictures as data URLs with sizes in pixels, a question, or a proof of work as ALTCHA
 * defines it.
 *
 * @param templateImage the piece to be moved or turned, or what is to be clicked in order
 * @param challenge SHA-256 of salt and number, in hexadecimal
 * @param maxNumber the number is not larger
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Presentation(
        @Nullable String backgroundImage,
        @Nullable String templateImage,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer templateWidth,
        @Nullable Integer templateHeight,
        @Nullable String questionId,
        @Nullable String text,
        @Nullable String algorithm,
        @Nullable String salt,
        @Nullable String challenge,
        @Nullable Long maxNumber,
        @Nullable String signature) {
    static Presentation picture(
            String background, String template, int width, int height, int templateWidth, int templateHeight) {
        return new Presentation(
                background,
                template,
                width,
                height,
                templateWidth,
                templateHeight,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Presentation question(String questionId, String text) {
        return new Presentation(null, null, null, null, null, null, questionId, text, null, null, null, null, null);
    }

    static Presentation work(String algorithm, String salt, String challenge, long maxNumber, String signature) {
        return new Presentation(
                null, null, null, null, null, null, null, null, algorithm, salt, challenge, maxNumber, signature);
    }
}
