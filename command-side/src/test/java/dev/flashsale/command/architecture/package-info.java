/** The rules that the command side's code keeps, and classes that break them. */
@NullMarked
package dev.flashsale.command.architecture;

import org.jspecify.annotations.NullMarked;
