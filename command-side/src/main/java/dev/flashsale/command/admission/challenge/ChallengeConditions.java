package dev.flashsale.command.admission.challenge;

import dev.flashsale.command.admission.ticket.TicketCondition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A challenge is looked at first, which costs nothing, and used up last: nobody loses one to another condition. */
@Configuration(proxyBeanMethods = false)
class ChallengeConditions {
    @Bean
    @Order(15)
    TicketCondition challengeIsTheirs(ChallengeDesk desk) {
        return request -> request.policy().challenge() == null ? null : desk.whyNotTheirs(request);
    }

    @Bean
    @Order(90)
    TicketCondition challengeIsAnswered(ChallengeDesk desk) {
        return request -> request.policy().challenge() == null ? null : desk.answer(request);
    }
}
