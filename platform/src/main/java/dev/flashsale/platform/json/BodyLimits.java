package dev.flashsale.platform.json;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be.
 *
 * @param maxBody for everybody; a purchase needs some hundred bytes
 * @param maxAdminBody below /api/admin/, where a schedule lists thousands of items
 * @param maxListBody for an allow-list, which names up to 100,000 accounts
 */
@ConfigurationProperties("flashsale.http")
record BodyLimits(
        @DefaultValue("8KB") DataSize maxBody,
        @DefaultValue("1MB") DataSize maxAdminBody,
        @DefaultValue("8MB") DataSize maxListBody) {
    long bytesFor(String path) {
        if (!path.startsWith("/api/admin/")) {
            return maxBody.toBytes();
        }
        return (path.endsWith("/allow-list") ? maxListBody : maxAdminBody).toBytes();
    }
}
