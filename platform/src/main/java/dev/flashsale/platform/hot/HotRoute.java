package dev.flashsale.platform.hot;

import java.io.IOException;

/**
 * One route that is served ahead of Spring Security and the dispatcher; every bean of this type is registered. It must
 * answer what the controller of the same address answers, header by header, so both share their code.
 */
public interface HotRoute {
    /** Names the route in metrics, in kebab-case. */
    String name();

    /**
     * Answers the request, or promises to by {@link HotExchange#answerLater}, and says true. Says false for whatever it does
     * not recognise, having answered nothing: the request then goes to Spring MVC as if nobody had looked at it. A route for
     * those who are logged in says false where {@link HotExchange#user()} is null.
     */
    boolean serve(HotExchange exchange) throws IOException;
}
