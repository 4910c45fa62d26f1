/** Error answers: every refusal and every fault leaves as application/problem+json (RFC 9457). */
@NullMarked
package dev.flashsale.platform.problem;

import org.jspecify.annotations.NullMarked;
