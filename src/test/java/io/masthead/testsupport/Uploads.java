package io.masthead.testsupport;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.masthead.media.ImportedMedia;
import io.masthead.media.MediaImport;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;

/**
 * Files, which no endpoint takes yet: they come as the import brings them. In the process of the
 * server the last step of an import stores them; a packaged server imports a file of WordPress.
 */
public final class Uploads {

    private static final Instant NOON = Instant.parse("2024-05-03T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);

    /** The id of a picture of the first administrator. */
    public long picture() {
        return add(Blog.unique("Picture "), "image/png", User.FIRST_ADMINISTRATOR, null);
    }

    /**
     * The id of a file of 640 by 480 that came at noon of 2024-05-03, and of which something is
     * said.
     *
     * @param mediaType {@code image/png} or {@code audio/mpeg}
     * @param postId the post that it was uploaded to; null for none. Only in the process of the
     *     server: an import knows the posts of its own file alone.
     */
    public long add(String title, String mediaType, long ownerId, Long postId) {
        var address = "https://example.org/" + Blog.unique("f") + (mediaType.equals("audio/mpeg") ? ".mp3" : ".png");
        return InProcess.isServer() || postId != null
                ? stored(title, mediaType, address, ownerId, postId)
                : imported(title, address, ownerId);
    }

    private static long stored(String title, String mediaType, String address, long ownerId, Long postId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> InProcess.bean(MediaImport.class)
                        .create(new ImportedMedia(
                                null,
                                title,
                                null,
                                mediaType,
                                address,
                                "Alt",
                                "Caption",
                                "About",
                                640,
                                480,
                                12_345L,
                                InProcess.bean(UserService.class).require(ownerId, "author"),
                                postId,
                                address,
                                NOON,
                                NOON))
                        .id());
    }

    private static long imported(String title, String address, long ownerId) {
        var owner = Blog.ofAdministrator()
                .asking()
                .get("/api/v1/users/" + ownerId)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("account.login");
        var job = asking().contentType(ContentType.MULTIPART)
                .multiPart("file", "export.xml", export(title, address, owner).getBytes(UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(LONG).until(() -> asking().get(job).path("status"), is("completed"));
        return Blog.ofAdministrator()
                .asking()
                .queryParams("sort", "-id", "limit", 100)
                .get("/api/v1/media")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.sourceUrl == '" + address + "' }.id");
    }

    private static RequestSpecification asking() {
        return given().auth().preemptive().oauth2(FirstAdministrator.TOKEN);
    }

    private static String export(String title, String address, String owner) {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
                 xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/">
               <channel><title>Files</title><wp:wxr_version>1.2</wp:wxr_version>
               <wp:base_blog_url>https://%s.example</wp:base_blog_url>
               <item><title>%s</title><dc:creator>%s</dc:creator><guid>%s</guid>
               <content:encoded>About</content:encoded>
               <excerpt:encoded>Caption</excerpt:encoded>
               <wp:post_date_gmt>2024-05-03 12:00:00</wp:post_date_gmt>
               <wp:post_modified_gmt>2024-05-03 12:00:00</wp:post_modified_gmt>
               <wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>
               <wp:attachment_url>%s</wp:attachment_url>
               <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
               <wp:meta_value>Alt</wp:meta_value></wp:postmeta>
               <wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key>
               <wp:meta_value>a:3:{s:5:"width";i:640;s:6:"height";i:480;%s}</wp:meta_value>
               </wp:postmeta>
               </item></channel></rss>
               """.formatted(Blog.unique("files"), title, owner, address, address, "s:8:\"filesize\";i:12345;");
    }
}
