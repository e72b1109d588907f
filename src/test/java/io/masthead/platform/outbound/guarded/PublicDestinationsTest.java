package io.masthead.platform.outbound.guarded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicDestinationsTest {

    private final PublicDestinations destinations = new PublicDestinations();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // this network
                "0.0.0.0",
                "0.255.255.255",
                // private
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255",
                // shared by providers
                "100.64.0.0",
                "100.127.255.255",
                // loopback
                "127.0.0.1",
                "127.255.255.254",
                // link-local
                "169.254.0.1",
                "169.254.255.255",
                // metadata of clouds
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:ec2::254",
                "fd20:ce::254",
                // protocol assignments
                "192.0.0.1",
                "192.0.0.255",
                "192.52.193.1",
                "192.175.48.1",
                "192.31.196.1",
                "2001:1::1",
                "2001:1ff:ffff::1",
                "2620:4f:8000::1",
                // documentation
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.255",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "3fff::1",
                "3fff:fff::1",
                // benchmarking
                "198.18.0.0",
                "198.19.255.255",
                "2001:2::1",
                // 6to4
                "192.88.99.1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                // multicast
                "224.0.0.1",
                "239.255.255.255",
                "ff02::1",
                "ff0e::1",
                // reserved
                "240.0.0.1",
                "255.255.255.255",
                // unspecified and loopback
                "::",
                "::1",
                // compatible with IPv4
                "::127.0.0.1",
                "::8.8.8.8",
                // translated
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::10.0.0.1",
                "64:ff9b:1:fffe::1",
                // Teredo
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                // ISATAP
                "2a00:1450::5efe:10.0.0.1",
                "2a00:1450::200:5efe:127.0.0.1",
                // discarded
                "100::1",
                "100:0:0:1::1",
                // unique-local, site-local, link-local
                "fc00::1",
                "fdff:ffff::1",
                "fec0::1",
                "feff::1",
                "fe80::1",
                "febf::1",
                // unassigned, SRv6
                "200::1",
                "1fff::1",
                "4000::1",
                "5f00::1",
                "e000::1"
            })
    void s35_what_is_not_public_is_refused(String address) throws UnknownHostException {
        assertThat(destinations.allows(InetAddress.getByName(address), 443)).isFalse();
    }

    /** Java makes addresses of IPv4 of these, which a list of bytes does not become. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000ffff7f000001",
                "00000000000000000000ffff0a000001",
                "00000000000000000000ffffa9fea9fe",
                "00000000000000000000ffff08080808",
                "0000000000000000ffff00007f000001"
            })
    void s35_an_address_of_the_old_kind_in_one_of_the_new_is_refused(String bytes) {
        assertThat(PublicDestinations.isPublic(HexFormat.of().parseHex(bytes))).isFalse();
    }

    @Test
    void s35_an_address_on_one_link_is_refused() throws UnknownHostException {
        var bytes = InetAddress.getByName("2606:4700:4700::1111").getAddress();

        assertThat(destinations.allows(Inet6Address.getByAddress("", bytes, 3), 443))
                .isFalse();
        assertThat(destinations.allows(Inet6Address.getByAddress("", bytes, 0), 443))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "203.0.112.255",
                "223.255.255.255",
                "2000::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::200e",
                "3ffe:ffff::1"
            })
    void what_is_public_is_allowed_to_the_last_address_beside_a_refused_block(String address)
            throws UnknownHostException {
        assertThat(destinations.allows(InetAddress.getByName(address), 443)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "80,true",
        "443,true",
        "8080,true",
        "8443,true",
        "0,false",
        "22,false",
        "25,false",
        "5432,false",
        "6379,false",
        "11211,false",
        "65535,false",
        "65536,false"
    })
    void s35_ports_are_those_of_web_servers(int port, boolean isAllowed) {
        assertThat(destinations.allowsPort(port)).isEqualTo(isAllowed);
    }
}
