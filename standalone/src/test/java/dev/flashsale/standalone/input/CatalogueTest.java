package dev.flashsale.standalone.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String HEADER = "sku,title,list_price_minor,currency,avg_daily_demand\n";

    @Test
    void aQuotedTitleMayContainCommas() throws Exception {
        // when
        List<Product> products = read("21216,\"TEA,COFFEE,SUGAR\",491,GBP,10.5\n85123A,LANTERN,288,GBP,114\n");

        // then
        assertThat(products)
                .containsExactly(
                        new Product("21216", "TEA,COFFEE,SUGAR", 491, "GBP", 10.5),
                        new Product("85123A", "LANTERN", 288, "GBP", 114));
        assertThat(products.getFirst().dailyUnits()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,Lamp,12.5,EUR,3        | line 2: list_price_minor must be a whole number",
                "a,Lamp,-1,EUR,3          | line 2: list_price_minor must be a whole number",
                "a,Lamp,12,EUR,many       | line 2: avg_daily_demand must be a number, and is 'many'",
                "a,Lamp,12,EUR            | line 2: 4 fields instead of 5",
                "a,,12,EUR,3              | line 2: title is empty",
                "a b,Lamp,12,EUR,3        | line 2: sku must be 1 to 40 letters",
                "a,Lamp,12,euro,3         | line 2: currency must be a code such as EUR",
            })
    void aWrongLineIsNamedWithItsNumber(String line, String message) {
        assertThatThrownBy(() -> read(line + "\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("shop.csv, " + message);
    }

    @Test
    void aSkuAppearsOnce() {
        assertThatThrownBy(() -> read("a,Lamp,1,EUR,1\nb,Cup,1,EUR,1\na,Lamp,1,EUR,1\n"))
                .hasMessage("shop.csv, line 4: sku 'a' appears twice");
    }

    @Test
    void aSaleHasOneCurrency() {
        assertThatThrownBy(() -> read("a,Lamp,1,EUR,1\nb,Cup,1,GBP,1"))
                .hasMessage("shop.csv, line 3: a sale has one currency, and this line brings another: GBP");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> Catalogue.read("shop.csv", new StringReader("id,name\n1,Lamp\n")))
                .hasMessageStartingWith("shop.csv, line 1: the header must be sku,title");
    }

    private static List<Product> read(String lines) throws IOException {
        return Catalogue.read("shop.csv", new StringReader(HEADER + lines));
    }
}
