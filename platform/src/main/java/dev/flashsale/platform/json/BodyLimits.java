package dev.flashsale.platform.json;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be.
 *
 * @param maxBody for everybody; a purchase needs some hundred bytes
 * @param maxAdminBody below /api/admin/, where a schedule lists thousands of items
 */
@ConfigurationProperties("flashsale.http")
record BodyLimits(
        @DefaultValue("8KB") DataSize maxBody,
        @DefaultValue("1MB") DataSize maxAdminBody) {
    long bytesFor(String path) {
        return (path.startsWith("/api/admin/") ? maxAdminBody : maxBody).toBytes();
    }
}
