package io.masthead.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {

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
        assertThat(CacheKey.parameters(one)).isPresent().isEqualTo(CacheKey.parameters(other));
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
        assertThat(CacheKey.parameters(one)).isNotEqualTo(CacheKey.parameters(other));
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
        assertThat(CacheKey.parameters(query)).isEmpty();
    }

    @Test
    void no_query_is_an_empty_one() {
        assertThat(CacheKey.parameters(null)).isEqualTo(CacheKey.parameters(""));
    }
}
