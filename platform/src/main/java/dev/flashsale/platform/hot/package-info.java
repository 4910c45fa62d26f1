/**
 * The few routes that a sale's rush is made of, served ahead of Spring Security and the dispatcher. A hot route takes plain,
 * well-formed requests only; whatever it does not recognise takes the usual way through Spring MVC, which answers the same.
 */
@NullMarked
package dev.flashsale.platform.hot;

import org.jspecify.annotations.NullMarked;
