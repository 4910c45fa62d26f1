package dev.flashsale.command.admission.challenge;

import cloud.tianai.captcha.common.constant.CaptchaTypeConstant;
import dev.flashsale.kernel.admission.ChallengeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of challenge that are pictures. */
@Configuration(proxyBeanMethods = false)
class PictureConfig {
    @Bean
    Challenger slider(PictureThread pictures) {
        return new PictureChallenger(
                ChallengeKind.SLIDER, CaptchaTypeConstant.SLIDER, new PaintedSlider(), pictures::later);
    }

    @Bean
    Challenger rotate(PictureThread pictures) {
        return new PictureChallenger(
                ChallengeKind.ROTATE, CaptchaTypeConstant.ROTATE, new PaintedRotate(), pictures::later);
    }

    @Bean
    Challenger click(PictureThread pictures) {
        return new PictureChallenger(
                ChallengeKind.CLICK, CaptchaTypeConstant.WORD_IMAGE_CLICK, new FigureClick(), pictures::later);
    }
}
