package dev.flashsale.query.page;

/** Compares entity tags as RFC 9110 wants it for If-None-Match: weakly. */
final class EntityTags {
    private EntityTags() {}

    /** Whether one of the tags in the header, or its {@code *}, is this tag. */
    static boolean match(String ifNoneMatch, String etag) {
        if (ifNoneMatch.equals(etag)) {
            return true;
        }
        String wanted = opaque(etag);
        for (String listed : ifNoneMatch.split(",")) {
            String tag = listed.trim();
            if (tag.equals("*") || opaque(tag).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
