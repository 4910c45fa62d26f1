/** How the analyst's verbs print: tables for people, JSON for programs. */
@NullMarked
package dev.flashsale.analysis.text;

import org.jspecify.annotations.NullMarked;
