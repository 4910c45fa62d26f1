package dev.flashsale.command.admission;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The network that an IP address belongs to: the first 24 bits of an IPv4 address, the first 64 of an IPv6 address. One
 * household or one phone moves about within it, so what is bound to it, or counted by it, survives that.
 */
public final class AddressPrefix {
    /** All addresses that cannot be read share this one. */
    public static final String UNREADABLE = "unreadable";

    private static final int LONGEST_LITERAL = 64;
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    private AddressPrefix() {}

    /**
     * The prefix in one form for all spellings of an address, e.g. {@code 203.0.113.0/24} or {@code 20010db800000001::/64}.
     *
     * @param address an IP address, never a name: nothing is looked up
     */
    public static String of(String address) {
        if (address.length() > LONGEST_LITERAL) {
            return UNREADABLE;
        }
        if (address.indexOf(':') < 0) {
            return IPV4.matcher(address).matches()
                    ? address.substring(0, address.lastIndexOf('.')) + ".0/24"
                    : UNREADABLE;
        }
        return ofIpv6(address);
    }

    private static String ofIpv6(String address) {
        int zone = address.indexOf('%');
        try {
            // a literal with a colon is parsed or refused, and never looked up
            InetAddress parsed = InetAddress.getByName(zone < 0 ? address : address.substring(0, zone));
            byte[] bytes = parsed.getAddress();
            return parsed instanceof Inet4Address
                    ? (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".0/24"
                    : HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
        } catch (UnknownHostException e) {
            return UNREADABLE;
        }
    }
}
