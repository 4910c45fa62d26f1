package dev.flashsale.command.admission;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, by its connection and headers; everything but the address can be made up.
 *
 * @param address the client's IP address, in the form that the container gives it
 * @param claimedUser the user that the token names, checked or not
 * @param ticket the header Purchase-Ticket
 * @param userAgent the header User-Agent
 * @param acceptLanguage the header Accept-Language
 */
public record Caller(
        String address,
        @Nullable String claimedUser,
        @Nullable String ticket,
        @Nullable String userAgent,
        @Nullable String acceptLanguage) {
    /** The header that carries a purchase ticket. */
    public static final String TICKET_HEADER = "Purchase-Ticket";
}
