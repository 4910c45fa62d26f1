/** Parts of the product by themselves, beside what they are made of, in one process without HTTP. */
@NullMarked
package dev.flashsale.bench.lab;

import org.jspecify.annotations.NullMarked;
