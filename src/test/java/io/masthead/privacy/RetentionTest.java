package io.masthead.privacy;

import static org.hamcrest.Matchers.is;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class RetentionTest {

    @Inject
    Retention retention;

    private final TestClock clock = new TestClock();

    private final Blog blog = Blog.ofAdministrator();
    private final Discussion discussion = new Discussion();

    @AfterEach
    void put_back() {
        clock.putRight();
        discussion.putBack();
    }

    @Test
    void addresses_are_forgotten_when_the_settings_say_so_and_not_before() {
        discussion.open();
        var reader = Reader.guest();
        var said = reader.says("Where from?")
                .storedOn(blog.published(Blog.unique("Old ")).write());

        clock.putForward(Duration.ofDays(365));
        retention.clearAddresses();
        blog.asking().get(said.path()).then().body("address", is(reader.address()));
        discussion.rule("commentsAddressDays", 90);
        clock.putForward(Duration.ofDays(89));
        retention.clearAddresses();
        blog.asking().get(said.path()).then().body("address", is(reader.address()));
        clock.putForward(Duration.ofDays(91));
        retention.clearAddresses();
        blog.asking().get(said.path()).then().body("address", is(""), "author.email", is(reader.email()));
    }

    @Test
    void expired_throttle_entries_are_deleted() {
        discussion.rule("commentsFloodSeconds", 15);
        var reader = Reader.guest();
        var post = blog.published(Blog.unique("Again ")).write();
        reader.says("One").storedOn(post);
        retention.everyMinute();
        reader.says("Two").on(post).statusCode(429);
        clock.putForward(Duration.ofSeconds(16));
        retention.everyMinute();
        reader.says("Two").on(post).statusCode(201);
    }
}
