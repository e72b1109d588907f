package io.masthead.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.Offset;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Patch;
import io.masthead.kernel.SortKey;
import io.masthead.kernel.WordSearch;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.UserService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class MediaServiceTest {

    private static final Instant DAY = Instant.parse("2024-05-01T12:00:00.123456Z");

    @Inject
    MediaService media;

    @Inject
    MediaImport imports;

    @Inject
    UserService users;

    @Inject
    Ids ids;

    /** Tests share a database: this mark identifies the media of one test. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everybody_reads_what_was_imported() {
        var made = imported(null, "A  cat " + mark, "image/PNG", null);

        var read = media.get(made.id(), Actor.ANONYMOUS).media();
        assertThat(read.mimeType()).isEqualTo("image/png");
        assertThat(read.slug()).isEqualTo("a-cat-" + mark);
        assertThat(read.caption()).isEqualTo("<em>c</em>");
        assertThat(read.description()).isEqualTo("<p>d</p>");
        assertThat(read.createdAt()).isEqualTo(DAY);
        assertThat(read.author().displayName()).isEqualTo("Administrator");
        assertThat(media.getBySlug(read.slug(), Actor.ANONYMOUS).found().media().id())
                .isEqualTo(made.id());
        assertThatThrownBy(() -> media.get(Long.MAX_VALUE, Actor.ANONYMOUS))
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MEDIA_NOT_FOUND));
    }

    @Test
    void what_is_sent_as_it_is_stored_is_no_change() {
        var row = media.get(imported(null, "Cat " + mark, "image/png", null).id(), Actor.ANONYMOUS)
                .media();
        var same = new MediaPatch(
                Patch.to(row.title()),
                Patch.to(row.altText()),
                Patch.to(row.caption()),
                Patch.to(row.description()),
                Patch.to(row.slug()),
                Patch.to(row.postId()),
                Patch.to(row.author().id()),
                Patch.to(row.createdAt()),
                Patch.to(row.credit()),
                Patch.to(row.focalPoint()),
                Patch.to(Map.of()));

        assertThat(same.differingFrom(row))
                .isEqualTo(new MediaPatch(
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent()));
    }

    @Test
    void an_original_id_is_kept_where_it_is_free() {
        long wanted = 1_000_000_000L + Integer.parseUnsignedInt(mark.substring(0, 7), 16);

        assertThat(imported(wanted, "One " + mark, "image/png", null).id()).isEqualTo(wanted);
        assertThat(imported(wanted, "Two " + mark, "image/png", null).id()).isNotEqualTo(wanted);
    }

    @Test
    void ids_go_on_behind_the_highest_imported_one() {
        long highest = ids.next(IdSpace.CONTENT) + 50;
        long used = imported(highest, "High " + mark, "image/png", null).id();

        ids.moveBeyondUsed(IdSpace.CONTENT);

        assertThat(ids.next(IdSpace.CONTENT)).isGreaterThan(used);
        var next = ids.next(IdSpace.CONTENT);
        ids.moveBeyondUsed(IdSpace.CONTENT);
        assertThat(ids.next(IdSpace.CONTENT)).isGreaterThan(next);
    }

    @Test
    void a_drawn_id_that_an_import_has_taken_is_skipped() {
        long ahead = ids.next(IdSpace.CONTENT) + 1;
        imported(ahead, "Ahead " + mark, "image/png", null);

        assertThat(ids.next(IdSpace.CONTENT)).isGreaterThan(ahead);
    }

    @Test
    void lists_are_narrowed_by_type_post_author_and_text() {
        // Otherwise the mark would not identify them.
        Blog.ofAdministrator().published("By the owner of all " + mark).write();
        var image = imported(null, "Image " + mark, "image/png", null);
        var other = imported(null, "Photo " + mark, "image/jpeg", 7_000_000_000L + mark.hashCode());
        var sound = imported(null, "Sound " + mark, "audio/mpeg", null);
        imports.attach(sound.id(), other.postId());

        assertThat(found(MediaFilter.builder().search(WordSearch.of(mark)).families(List.of("image"))))
                .containsExactly(image.id(), other.id());
        assertThat(found(MediaFilter.builder().search(WordSearch.of(mark)).types(List.of("image/png"))))
                .containsExactly(image.id());
        assertThat(found(MediaFilter.builder().search(WordSearch.of(mark)).families(List.of("imag_"))))
                .isEmpty();
        assertThat(found(MediaFilter.builder().postIds(List.of(other.postId()))))
                .containsExactly(other.id(), sound.id());
        assertThat(found(MediaFilter.builder()
                        .search(WordSearch.of("ALT " + mark))
                        .families(List.of("audio"))
                        .authors(List.of("administrator", "x"))))
                .containsExactly(sound.id());
        assertThat(found(MediaFilter.builder().search(WordSearch.of(mark)).authors(List.of("nobody" + mark))))
                .isEmpty();
    }

    @Test
    void several_are_found_by_their_ids() {
        var one = imported(null, "One " + mark, "image/png", null);

        assertThat(media.byIds(List.of(one.id(), -1L), Actor.ANONYMOUS)).containsOnlyKeys(one.id());
        assertThat(media.byIds(List.of(), Actor.ANONYMOUS)).isEmpty();
    }

    @Test
    void pages_follow_each_other_in_every_order() {
        for (int i = 0; i < 5; i++) {
            imported(null, (i % 2 == 0 ? "É" : "e") + i + " " + mark, "image/png", null);
        }
        for (var sort : Stream.of(MediaSort.values()).filter(SortKey::hasCursor).toList()) {
            for (var descending : List.of(false, true)) {
                var all = pages(sort, descending, 100);
                assertThat(all).hasSize(5).doesNotHaveDuplicates();
                assertThat(pages(sort, descending, 2)).isEqualTo(all);
            }
        }
    }

    @Test
    void invalid_values_are_named() {
        var refusal = catchThrowableOfType(
                CmsException.class,
                () -> imports.create(new ImportedMedia(
                        null,
                        "t".repeat(501),
                        null,
                        "png",
                        "javascript:alert(1)",
                        "\0",
                        "<b>".repeat(400),
                        "<div>".repeat(400),
                        null,
                        null,
                        null,
                        users.require(1, "author"),
                        null,
                        null,
                        DAY,
                        DAY)));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("title", "mimeType", "sourceUrl", "altText", "caption", "description");
    }

    @Test
    void numbered_pages_follow_each_other_in_every_order() {
        var ids = new ArrayList<Long>();
        var slugs = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var made = imported(null, (i % 2 == 0 ? "É" : "e") + i + " " + mark, "image/png", null);
            ids.add(0, made.id());
            slugs.add(0, made.slug());
        }
        var filter = MediaFilter.builder().ids(ids).slugs(slugs).build();
        for (var sort : MediaSort.values()) {
            for (var descending : List.of(false, true)) {
                var all = numbered(filter, sort, descending, 100);
                assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
                assertThat(numbered(filter, sort, descending, 2)).isEqualTo(all);
            }
        }
        assertThat(numbered(filter, MediaSort.LISTED_IDS, false, 2)).isEqualTo(ids);
        assertThat(numbered(filter, MediaSort.LISTED_SLUGS, true, 2)).isEqualTo(ids);
        assertThatThrownBy(() -> new MediaQuery(filter, MediaSort.LISTED_IDS, false, PageRequest.first(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_of_no_ids_is_empty() {
        var none = new MediaQuery(
                MediaFilter.builder().ids(List.of()).build(), MediaSort.LISTED_IDS, false, new Offset(0, 10, true));

        assertThat(media.search(none, Actor.ANONYMOUS).items()).isEmpty();
        assertThat(media.search(none, Actor.ANONYMOUS).total()).isZero();
    }

    private List<Long> numbered(MediaFilter filter, MediaSort sort, boolean descending, int limit) {
        var ids = new ArrayList<Long>();
        while (true) {
            var query = new MediaQuery(filter, sort, descending, new Offset(ids.size(), limit, true));
            var page = media.search(query, Actor.ANONYMOUS);
            assertThat(page.total()).isEqualTo(5);
            if (page.items().isEmpty()) {
                return ids;
            }
            page.items().forEach(item -> ids.add(item.media().id()));
        }
    }

    private List<Long> pages(MediaSort sort, boolean descending, int limit) {
        var found = new ArrayList<Long>();
        var paging = new Keyset(limit, null, true);
        while (true) {
            var listing = media.search(
                    new MediaQuery(
                            MediaFilter.builder().search(WordSearch.of(mark)).build(), sort, descending, paging),
                    Actor.ANONYMOUS);
            assertThat(listing.total()).isEqualTo(5);
            listing.items().forEach(item -> found.add(item.media().id()));
            if (listing.next() == null) {
                return found;
            }
            paging = new Keyset(limit, listing.next(), true);
        }
    }

    private List<Long> found(MediaFilter.Builder filter) {
        return media
                .search(new MediaQuery(filter.build(), MediaSort.ID, false, PageRequest.first(100)), Actor.ANONYMOUS)
                .items()
                .stream()
                .map(view -> view.media().id())
                .toList();
    }

    private Media imported(Long id, String title, String type, Long postId) {
        return imports.create(new ImportedMedia(
                id,
                title,
                null,
                type,
                "https://example.org/" + mark + ".png",
                "Alt " + mark,
                "<em>c</em><script>x()</script>",
                "<p onclick=\"x()\">d</p>",
                640,
                480,
                12_345L,
                users.require(1, "author"),
                postId,
                "https://example.org/?p=1",
                DAY,
                DAY));
    }
}
