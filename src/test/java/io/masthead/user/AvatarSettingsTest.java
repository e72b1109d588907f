package io.masthead.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.testsupport.Blog;
import io.masthead.testsupport.Discussion;
import io.masthead.testsupport.Reader;
import io.masthead.testsupport.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The hash of an e-mail address, which identifies pictures at Gravatar, is shown only if the operator allows
 * it.
 */
@QuarkusTest
class AvatarSettingsTest {

    private static final String WORDPRESS = "/wp-json/wp/v2/";

    @Inject
    SwitchedAvatars avatars;

    private final Blog blog = Blog.ofAdministrator();
    private final Tokens tokens = new Tokens();
    private final Discussion discussion = new Discussion();
    private final Reader guest = Reader.guest();
    private Blog.Content post;
    private long comment;

    @BeforeEach
    void a_comment_of_a_guest_with_an_address() {
        discussion.open();
        post = blog.published(Blog.unique("Pictured ")).write();
        comment = guest.says(Blog.unique("Well said ")).storedOn(post).id();
    }

    @AfterEach
    void put_back() {
        avatars.asByDefault();
        discussion.putBack();
    }

    @Test
    void by_default_only_the_wordpress_surface_names_gravatar() {
        var defaults = new SmallRyeConfigBuilder()
                .withMapping(AvatarConfig.class)
                .build()
                .getConfigMapping(AvatarConfig.class);

        assertThat(defaults.gravatar()).isFalse();
        assertThat(defaults.wordpress()).isTrue();
    }

    @Test
    void the_native_api_reveals_no_hash_of_an_address() {
        for (var path : nativePaths()) {
            assertTellsNothing(path);
        }
        assertThat(read(nativePaths().get(0)).getString("author.avatarUrl")).isNull();
    }

    @Test
    void the_native_api_gives_addresses_of_gravatar_where_the_operator_wants_them() {
        avatars.withGravatar();

        var picture = gravatar(guest.email(), 96);
        assertThat(read(nativePaths().get(0)).getString("author.avatarUrl")).isEqualTo(picture);
        for (var path : nativePaths().subList(1, nativePaths().size())) {
            assertThat(read(path).getList("items.author.avatarUrl")).as(path).isEqualTo(List.of(picture));
        }
    }

    @Test
    void on_the_wordpress_surface_all_sizes_are_those_of_gravatar_whatever_the_native_one_does() {
        for (int i = 0; i < 2; i++) {
            var shown = read(WORDPRESS + "comments/" + comment).getMap("author_avatar_urls");
            for (int size : List.of(24, 48, 96)) {
                assertThat(shown.get(String.valueOf(size))).isEqualTo(gravatar(guest.email(), size));
            }
            avatars.withGravatar();
        }
        assertThat(user().getString("avatar_urls.'48'")).isEqualTo(gravatar(email(), 48));
    }

    @Test
    void the_wordpress_surface_shows_no_pictures_where_the_operator_wants_none() {
        avatars.withoutWordPress();

        assertThat(read(WORDPRESS + "comments/" + comment).getMap(""))
                .containsKey("author_name")
                .doesNotContainKey("author_avatar_urls");
        assertThat(user().getMap("")).containsKey("email").doesNotContainKey("avatar_urls");
        var embedded = read(WORDPRESS + "posts/" + post.id() + "?_embed");
        assertThat(embedded.getMap("_embedded.replies[0][0]"))
                .containsKey("author_name")
                .doesNotContainKey("author_avatar_urls");
        assertThat(embedded.getMap("_embedded.author[0]")).containsKey("name").doesNotContainKey("avatar_urls");
        for (var path : List.of(
                "comments/" + comment,
                "comments?post=" + post.id(),
                "posts/" + post.id() + "?_embed",
                "users",
                "users/" + User.FIRST_ADMINISTRATOR)) {
            assertTellsNothing(WORDPRESS + path);
        }
    }

    /** The comment itself, then lists that contain only it. */
    private List<String> nativePaths() {
        return List.of(
                "/api/v1/comments/" + comment,
                "/api/v1/comments?post=" + post.id(),
                post.path() + "/comments",
                post.path() + "/comments?view=tree");
    }

    private void assertTellsNothing(String path) {
        var answer = given().get(path).then().statusCode(200).extract().asString();
        assertThat(answer)
                .as(path)
                .isNotEqualTo("[]")
                .doesNotContain(hash(guest.email()))
                .doesNotContain("gravatar");
    }

    private static JsonPath read(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** An author, as an administrator sees them. */
    private JsonPath user() {
        return blog.asking()
                .get(WORDPRESS + "users/" + tokens.idOf(Role.AUTHOR) + "?context=edit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String email() {
        return user().getString("email");
    }

    private static String gravatar(String email, int size) {
        return "https://secure.gravatar.com/avatar/%s?s=%d&d=mm&r=g".formatted(hash(email), size);
    }

    private static String hash(String email) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(email.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
