package io.masthead.testsupport;

import io.masthead.media.ImportedMedia;
import io.masthead.media.MediaImport;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.quarkus.narayana.jta.QuarkusTransaction;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Files, which no endpoint takes yet: they come as the import brings them. */
@ApplicationScoped
public class Uploads {

    private static final Instant NOON = Instant.parse("2024-05-03T12:00:00Z");

    private final MediaImport media;
    private final UserService users;

    Uploads(MediaImport media, UserService users) {
        this.media = media;
        this.users = users;
    }

    /** The id of a picture of the first administrator. */
    public long picture() {
        return add(Blog.unique("Picture "), "image/png", User.FIRST_ADMINISTRATOR, null);
    }

    /**
     * The id of a file of 640 by 480 that came at noon of 2024-05-03, and of which something is
     * said.
     *
     * @param postId the post that it was uploaded to; null for none
     */
    public long add(String title, String mediaType, long ownerId, Long postId) {
        var address = "https://example.org/" + Blog.unique("f") + ".png";
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                media.create(
                                                new ImportedMedia(
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
                                                        users.require(ownerId, "author"),
                                                        postId,
                                                        address,
                                                        NOON,
                                                        NOON))
                                        .id());
    }
}
