package dev.flashsale.platform.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.MimeHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class HeaderBlockTest {
    private final HeaderBlock block = new HeaderBlock(
            "X-Frame-Options", "DENY", "Content-Security-Policy", "default-src 'none'; base-uri 'none'");

    @Test
    void tomcatGetsEveryLine() {
        assertThat(lines(added(block, new MimeHeaders())))
                .containsExactly(
                        "X-Frame-Options: DENY", "Content-Security-Policy: default-src 'none'; base-uri 'none'");
    }

    @Test
    void anyOtherContainerGetsTheSame() {
        // given
        MockHttpServletResponse response = new MockHttpServletResponse();
        // when
        block.addTo(response, null);
        // then
        assertThat(response.getHeaderNames()).containsExactly("X-Frame-Options", "Content-Security-Policy");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void theNextAnswersLengthDoesNotGetIntoTheBlock() {
        // given
        MimeHeaders ofTheConnection = added(block, new MimeHeaders());
        // when
        ofTheConnection.recycle();
        ofTheConnection.setValue("Content-Length").setLong(1_234_567_890);
        // then
        assertThat(lines(added(block, new MimeHeaders()))).startsWith("X-Frame-Options: DENY");
    }

    @Test
    void aLineBreakInAValueBeginsNoHeader() {
        assertThat(lines(added(new HeaderBlock("Location", "/a\r\nSet-Cookie: b\u007f"), new MimeHeaders())))
                .containsExactly("Location: /a  Set-Cookie: b ");
    }

    @Test
    void lettersOfLatin1StayWhatTheyAre() {
        assertThat(lines(added(new HeaderBlock("X-Name", "M\u00fcller\t"), new MimeHeaders())))
                .containsExactly("X-Name: M\u00fcller\t");
    }

    private static MimeHeaders added(HeaderBlock block, MimeHeaders headers) {
        block.addTo(new MockHttpServletResponse(), headers);
        return headers;
    }

    private static List<String> lines(MimeHeaders headers) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            lines.add(headers.getName(i) + ": " + headers.getValue(i));
        }
        return lines;
    }
}
