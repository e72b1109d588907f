package io.masthead.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {

    private static final DeclaredParameters DECLARED = new DeclaredParameters(
            Map.of(
                    "per_page",
                    Set.of("10"),
                    "context",
                    Set.of("view"),
                    "page",
                    Set.of(),
                    "search",
                    Set.of(),
                    "_embed",
                    Set.of()),
            true);

    @ParameterizedTest
    @CsvSource({
        "a=1&b=2, b=2&a=1",
        "search=caf%C3%A9, search=caf%c3%a9",
        "search=a+b, search=a%20b",
        "category=news%2Csport, 'category=news,sport'",
        "include%5B%5D=1&include%5B%5D=2, include[]=1&include[]=2",
        "x=1&tag=a&tag=b, tag=a&x=1&tag=b",
    })
    void order_and_encoding_do_not_matter(String one, String other) {
        assertThat(parameters(one)).isPresent().isEqualTo(parameters(other));
    }

    @ParameterizedTest
    @CsvSource({
        "tag=a&tag=b, tag=b&tag=a",
        "include[0]=1&include[5]=2, include[5]=2&include[0]=1",
        "a=1, a=2",
        "count, count=",
        "a%3Db=1, a=b%3D1",
        "a[%3D]=1, a[=]=1",
        "a=1%26b%3D2, a=1&b=2",
        "A=1, a=1",
    })
    void what_can_change_the_answer_does(String one, String other) {
        assertThat(parameters(one)).isNotEqualTo(parameters(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=x",
                "a=1&password=x",
                "%70assword=x",
                "password[]=x",
                "_method=DELETE",
                "_wpnonce=1",
                "preview=true",
                "search=a;token=x",
                "search=a;sort=title",
                "search=%ff",
                "search=%zz",
                "search=%00",
                "a.b=1",
                "&a=1",
                "=1",
            })
    void what_may_be_personal_or_is_read_in_more_than_one_way_has_no_key(String query) {
        assertThat(parameters(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "per_page=10, ''",
        "per_page=%31%30&page=2, page=2",
        "search=a&context=view, search=a",
        "_=1&search=a, search=a",
        "utm_source=x&utm[a]=y&UTM, ''",
    })
    void defaults_and_ignored_parameters_do_not_matter(String one, String other) {
        assertThat(CacheKey.parameters(one, DECLARED)).isPresent().isEqualTo(CacheKey.parameters(other, DECLARED));
    }

    @ParameterizedTest
    @CsvSource({
        "per_page=10&per_page=5, per_page=5",
        "per_page=5&per_page=10, per_page=5",
        "per_page=10&per_page[]=5, per_page[]=5",
        "per_page[]=10, ''",
        "per_page=010, ''",
        "per_page, ''",
        "per_page=, ''",
        "search, ''",
        "_embed, ''",
    })
    void what_is_no_default_or_not_ignored_stays(String one, String other) {
        assertThat(CacheKey.parameters(one, DECLARED)).isPresent().isNotEqualTo(CacheKey.parameters(other, DECLARED));
    }

    @Test
    void what_is_undeclared_counts_where_it_is_refused() {
        var strict = new DeclaredParameters(DECLARED.defaults(), false);

        assertThat(CacheKey.parameters("limit=1", strict)).isNotEqualTo(CacheKey.parameters("", strict));
        assertThat(CacheKey.parameters("per_page=10", strict)).isEqualTo(CacheKey.parameters("", strict));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=x", "preview=1", "a.b=1", "a=%ff", "=1", "a=1&"})
    void a_query_that_has_no_key_has_none_where_it_is_ignored(String query) {
        assertThat(CacheKey.parameters(query, DECLARED)).isEmpty();
    }

    /** One surface refuses them by their number. */
    @Test
    void too_many_parameters_have_no_key() {
        assertThat(CacheKey.parameters("a&".repeat(1_000) + "a", DECLARED)).isEmpty();
    }

    @Test
    void no_query_is_an_empty_one() {
        assertThat(parameters(null)).isEqualTo(parameters(""));
    }

    private static Optional<String> parameters(String query) {
        return CacheKey.parameters(query, DeclaredParameters.UNKNOWN);
    }
}
