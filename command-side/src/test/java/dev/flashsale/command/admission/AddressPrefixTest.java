package dev.flashsale.command.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPrefixTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.0/24",
        "203.0.113.255, 203.0.113.0/24",
        "0.0.0.0, 0.0.0.0/24",
        "2001:db8::1, 20010db800000000::/64",
        "2001:0DB8:0:0:ffff::1, 20010db800000000::/64",
        "2001:db8:0:1::1, 20010db800000001::/64",
        "[2001:db8::1], 20010db800000000::/64",
        "fe80::1%eth0, fe80000000000000::/64",
        "::ffff:203.0.113.9, 203.0.113.0/24",
        "::1, 0000000000000000::/64"
    })
    void spellingsOfOneNetworkHaveOnePrefix(String address, String prefix) {
        assertThat(AddressPrefix.of(address)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4.5",
                "1.2.3.4.",
                "1e3.2.3.4",
                ":::",
                "::g",
                "１.2.3.4"
            })
    void whatIsNoAddressSharesOnePrefix(String address) {
        assertThat(AddressPrefix.of(address)).isEqualTo(AddressPrefix.UNREADABLE);
    }
}
