package dev.flashsale.platform.problem;

import java.util.Map;

/** An {@link ApiProblem} ready to be sent: the same bytes and headers that Spring MVC would send for it. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, sent as it is
public record RenderedProblem(int status, Map<String, String> headers, byte[] body) {}
