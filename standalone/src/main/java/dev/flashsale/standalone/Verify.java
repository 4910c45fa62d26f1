package dev.flashsale.standalone;

import dev.flashsale.analysis.verify.VerifyCommand;
import picocli.CommandLine.Command;

/** {@code verify}: proves a sale from its event store, whether its server runs or not. */
@Command(name = "verify")
final class Verify extends VerifyCommand {}
