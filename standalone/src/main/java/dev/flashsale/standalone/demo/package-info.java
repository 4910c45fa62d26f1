/** A sale with a simulated crowd over real HTTP, and a verdict on it. */
@NullMarked
package dev.flashsale.standalone.demo;

import org.jspecify.annotations.NullMarked;
