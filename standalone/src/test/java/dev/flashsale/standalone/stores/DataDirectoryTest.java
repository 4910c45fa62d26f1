package dev.flashsale.standalone.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void aSecondServerOnTheSameDirectoryIsRefused() throws Exception {
        // given
        try (DataDirectory first = DataDirectory.open(parent.resolve("data"))) {
            // when, then
            assertThatThrownBy(() -> DataDirectory.open(first.root()))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining("is in use by another flashsale server (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void theDirectoryIsFreeAgainAfterClosing() throws Exception {
        // given
        DataDirectory.open(parent.resolve("data")).close();

        // when, then
        DataDirectory.open(parent.resolve("data")).close();
    }

    @Test
    void aNewDirectoryIsReadableByItsOwnerOnly() throws Exception {
        // when
        try (DataDirectory data = DataDirectory.open(parent.resolve("a/b"))) {
            // then
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void secretsStayTheSameOverRestarts() throws Exception {
        // given
        Path file = parent.resolve("secrets.properties");
        String first = Secrets.in(file).get(Secrets.MERCHANT_PASSWORD);

        // when
        String second = Secrets.in(file).get(Secrets.MERCHANT_PASSWORD);

        // then
        assertThat(second).isEqualTo(first).hasSizeGreaterThan(12);
    }
}
