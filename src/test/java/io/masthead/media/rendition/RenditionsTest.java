package io.masthead.media.rendition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.media.image.FocalPoint;
import io.masthead.media.image.ImageType;
import io.masthead.media.image.RenditionRequest;
import io.masthead.media.image.ResizePlan;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StorageKey;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.Pictures;
import io.masthead.testsupport.Tokens;
import io.masthead.user.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A rendition is made once and whole, whoever asks for it and in whatever order. */
@OnBothDatabases
@QuarkusTest
class RenditionsTest {

    private static final int ROUNDS = 8;

    @Inject
    Renditions renditions;

    @Inject
    RenditionRepository rows;

    @Inject
    RenditionConfig config;

    @Inject
    MediaStore store;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private final Tokens tokens = new Tokens();

    @Test
    void two_nodes_that_make_one_at_once_keep_one_whole_file() throws Exception {
        var source = source();
        var other = new Renditions(store, rows, new RenditionLane(config), clock);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var plan = plan(source, 200 + round);
                var barrier = new CyclicBarrier(2);
                var both = pool.invokeAll(
                        List.of(making(renditions, source, plan, barrier), making(other, source, plan, barrier)));
                var kept = both.get(0).get();
                assertThat(both.get(1).get().sha256()).isEqualTo(kept.sha256());
                assertThat(sha256(kept.key())).isEqualTo(kept.sha256());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_leftover_of_a_crash_is_replaced() throws Exception {
        var source = source();
        var plan = plan(source, 210);
        var key = Renditions.key(source, plan, ImageType.JPEG);
        try (var leftover = store.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10)) {
            assertThat(store.keep(leftover, key)).isTrue();
        }

        var made = renditions.get(source, plan, ImageType.JPEG).orElseThrow();

        assertThat(made.key()).isEqualTo(key);
        assertThat(sha256(key)).isEqualTo(made.sha256());
        assertThat(made.size()).isGreaterThan(3);
    }

    @Test
    void a_version_that_was_asked_for_alone_does_not_hide_that_the_webp_is_missing() throws Exception {
        var source = source();
        var plan = plan(source, 220);
        var alone = renditions.get(source, plan, ImageType.JPEG).orElseThrow();

        var made = make(source, plan, false).byName().get("medium");

        assertThat(made).extracting(Rendition::mimeType).containsExactly("image/jpeg", "image/webp");
        assertThat(made.get(0).sha256()).isEqualTo(alone.sha256());
    }

    @Test
    void a_placeholder_is_made_even_if_all_sizes_are_there() throws Exception {
        var source = source();
        var plan = plan(source, 230);

        assertThat(make(source, plan, false).placeholder()).isNotNull();
        assertThat(make(source, plan, false).placeholder()).isNull();
        assertThat(make(source, plan, true).placeholder()).isNotNull();
    }

    @Test
    void nothing_is_made_of_a_file_that_is_gone() throws Exception {
        var source = source();
        var gone = new SourceImage(Long.MAX_VALUE, source.key(), source.type(), source.width(), source.height());
        var plan = plan(source, 240);

        assertThat(renditions.get(gone, plan, ImageType.JPEG)).isEmpty();
        assertThat(store.find(Renditions.key(gone, plan, ImageType.JPEG))).isEmpty();
    }

    private MadeRenditions make(SourceImage source, ResizePlan plan, boolean withPlaceholder) throws Exception {
        var requests = List.of(RenditionRequest.standard("medium", plan));
        return renditions.make(source, requests, withPlaceholder).orElseThrow();
    }

    private static Callable<Rendition> making(
            Renditions node, SourceImage source, ResizePlan plan, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            return node.get(source, plan, ImageType.JPEG).orElseThrow();
        };
    }

    private SourceImage source() {
        var url = given().auth()
                .oauth2(tokens.of(Role.AUTHOR))
                .multiPart("file", "ferry.jpg", Pictures.jpeg(600, 400), "image/jpeg")
                .post("/api/v1/media")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("url");
        var key = new StorageKey(URI.create(url).getPath().replaceFirst("^/media/", ""));
        var id = (Number) entities.createNativeQuery("select id from media_file where storage_key = :key", Long.class)
                .setParameter("key", key.value())
                .getSingleResult();
        return new SourceImage(id.longValue(), key, ImageType.JPEG, 600, 400);
    }

    private static ResizePlan plan(SourceImage source, int width) {
        return ResizePlan.cover(source.width(), source.height(), width, width, FocalPoint.CENTRE);
    }

    private String sha256(StorageKey key) throws Exception {
        try (var file = store.open(key).orElseThrow()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file.path()));
            return HexFormat.of().formatHex(digest);
        }
    }
}
