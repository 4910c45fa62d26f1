/** Systems under test, each a process of its own with stores of its own. */
@NullMarked
package dev.flashsale.bench.subject;

import org.jspecify.annotations.NullMarked;
