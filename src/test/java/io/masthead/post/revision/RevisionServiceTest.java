package io.masthead.post.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Offset;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.post.Post;
import io.masthead.post.PostCommands;
import io.masthead.post.PostContent;
import io.masthead.post.PostQueries;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.post.patch.ContentPatch;
import io.masthead.testsupport.Blog;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.testsupport.SentStatements;
import io.masthead.testsupport.Tokens;
import io.masthead.text.ContentFormat;
import io.masthead.user.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What both APIs rely on: counts, queries, autosaves and imports of revisions. */
@OnBothDatabases
@QuarkusTest
class RevisionServiceTest {

    private static final Actor ADMINISTRATOR = new Actor(1L, EnumSet.allOf(Capability.class));
    private static final List<RevisionKind> COUNTED = List.of(RevisionKind.REVISION, RevisionKind.AUTOSAVE);

    @Inject
    RevisionService revisions;

    @Inject
    AutosaveService autosaves;

    @Inject
    RevisionImport imports;

    @Inject
    PostQueries posts;

    @Inject
    PostCommands commands;

    @Inject
    Ids ids;

    private final Tokens tokens = new Tokens();

    private final Blog blog = Blog.ofAdministrator();

    @Test
    void a_post_counts_its_saves_and_names_the_latest_as_wordpress_does() {
        long id = blog.draft("New").write().id();
        assertCounted(id, 0, null);

        save(id, "First");
        assertCounted(id, 1, newest(id));
        save(id, "Second");
        assertCounted(id, 2, newest(id));
        commands.changeStatus(PostType.POST, List.of(id), PostStatus.PRIVATE, ADMINISTRATOR);
        assertCounted(id, 2, newest(id));
    }

    @Test
    void the_first_save_counts_whatever_it_changes() {
        long filed = blog.draft("New").write().id();
        patch(filed, Map.of("sticky", false));
        assertCounted(filed, 1, newest(filed));

        long trashed = blog.draft("New").write().id();
        commands.trash(PostType.POST, trashed, ExpectedVersion.ANY, ADMINISTRATOR);
        assertCounted(trashed, 1, newest(trashed));
        commands.restore(PostType.POST, trashed, ExpectedVersion.ANY, ADMINISTRATOR);
        assertCounted(trashed, 1, newest(trashed));
    }

    @Test
    void counting_leaves_the_version_of_the_post_alone() {
        long id = blog.published("New").write().id();
        var before = post(id).version();

        autosaves.save(PostType.POST, id, said("Unsaved"), ADMINISTRATOR);

        assertCounted(id, 1, newest(id));
        assertThat(post(id).version()).isEqualTo(before);
    }

    @Test
    void autosaves_count_and_the_latest_can_be_one() {
        long id = blog.published("New").write().id();
        save(id, "Saved");
        var saved = newest(id);
        var kept = autosaves
                .save(PostType.POST, id, said("Unsaved"), ADMINISTRATOR)
                .autosave();

        assertCounted(id, 2, kept.revision().id());
        autosaves.discard(PostType.POST, id, ExpectedVersion.ANY, ADMINISTRATOR);
        assertCounted(id, 1, saved);
    }

    @Test
    void an_autosave_takes_what_is_absent_from_the_one_before_or_leaves_it_empty() {
        long id = blog.published("New")
                .saying("Text")
                .with("excerpt", "Short")
                .write()
                .id();

        var first = autosaves.save(PostType.POST, id, said("A"), ADMINISTRATOR).autosave();
        assertThat(first.revision().title()).isEqualTo("A");
        assertThat(first.body().source()).isEmpty();
        assertThat(first.body().excerpt()).isNull();

        var text = new ContentPatch(Patch.absent(), Patch.to("B"), Patch.absent(), Patch.absent());
        var second = autosaves.save(PostType.POST, id, text, ADMINISTRATOR).autosave();
        assertThat(second.revision().id()).isEqualTo(first.revision().id());
        assertThat(second.revision().title()).isEqualTo("A");
        assertThat(second.body().source()).isEqualTo("B");
    }

    @Test
    void what_does_not_differ_from_the_post_replaces_no_autosave() {
        long id = blog.published("New").write().id();
        var same = said("New");

        var first = autosaves.save(PostType.POST, id, same, ADMINISTRATOR).autosave();
        assertThat(first.revision().title()).isEqualTo("New");
        autosaves.save(PostType.POST, id, said("Unsaved"), ADMINISTRATOR);
        var last = autosaves.save(PostType.POST, id, same, ADMINISTRATOR).autosave();

        assertThat(last.revision().title()).isEqualTo("Unsaved");
        assertThat(last.revision().id()).isEqualTo(first.revision().id());
    }

    @Test
    void a_draft_of_ones_own_takes_the_change_itself_and_adds_no_revision() {
        long id = blog.draft("New").saying("Text").write().id();

        var kept = autosaves.save(PostType.POST, id, said("Longer"), ADMINISTRATOR);

        assertThat(kept.autosave()).isNull();
        assertThat(kept.draft().post().title()).isEqualTo("Longer");
        assertThat(kept.draft().body().source()).isEqualTo("Text");
        assertCounted(id, 0, null);
        assertThat(kinds(id)).as("and yet nothing is lost").containsExactly(RevisionKind.ORIGINAL);

        save(id, "Longest");
        assertThat(titles(id)).containsExactly("Longest", "New");
        assertCounted(id, 1, newest(id));
    }

    @Test
    void what_an_autosave_left_in_a_draft_is_kept_by_the_next_save() {
        long id = blog.draft("New").write().id();
        save(id, "Saved");
        autosaves.save(PostType.POST, id, said("Unsaved"), ADMINISTRATOR);

        patch(id, Map.of("sticky", false));

        assertThat(titles(id)).containsExactly("Unsaved", "Saved", "New");
    }

    @Test
    void a_draft_by_another_author_is_not_changed() {
        var draft = Blog.of(tokens.of(Role.CONTRIBUTOR)).draft("Theirs").write();
        var pending = blog.draft("Pending").with("status", "pending").write();

        for (var post : List.of(draft, pending)) {
            var kept = autosaves.save(PostType.POST, post.id(), said("Mine"), ADMINISTRATOR);
            assertThat(kept.draft()).isNull();
            assertThat(kept.autosave().revision().title()).isEqualTo("Mine");
            assertThat(post(post.id()).title()).isNotEqualTo("Mine");
        }
    }

    @Test
    void lists_are_searched_sorted_and_cut_as_wanted() {
        long id = blog.draft("beta").saying("First words").write().id();
        save(id, "Alpha");
        patch(id, Map.of("title", "gamma", "content", Map.of("source", "100% new")));
        autosaves.put(PostType.POST, id, said("delta"), ExpectedVersion.ANY, ADMINISTRATOR);
        var all = List.of(RevisionKind.values());

        assertThat(titles(slice(id, all, RevisionSort.DATE, true, 0, null)))
                .containsExactly("delta", "gamma", "Alpha", "beta");
        assertThat(titles(slice(id, COUNTED, RevisionSort.ID, false, 0, null)))
                .containsExactly("Alpha", "gamma", "delta");
        assertThat(titles(slice(id, all, RevisionSort.TITLE, false, 0, null)))
                .containsExactly("Alpha", "beta", "delta", "gamma");
        assertThat(titles(slice(id, COUNTED, RevisionSort.SLUG, false, 0, null)))
                .containsExactly("delta", "Alpha", "gamma");
        var cut = slice(id, all, RevisionSort.DATE, true, 1, 2);
        assertThat(titles(cut)).containsExactly("gamma", "Alpha");
        assertThat(cut.total()).isEqualTo(4);
        assertThat(slice(id, all, RevisionSort.DATE, true, 9, 2).total()).isEqualTo(4);

        var alpha = cut.items().get(1).revision().id();
        assertThat(titles(filtered(id, List.of(alpha), List.of(), null))).containsExactly("Alpha");
        assertThat(titles(filtered(id, List.of(), List.of(alpha), null))).containsExactly("delta", "gamma", "beta");
        assertThat(titles(filtered(id, List.of(), List.of(), "FIRST w"))).containsExactly("Alpha", "beta");
        assertThat(titles(filtered(id, List.of(), List.of(), "0% n"))).containsExactly("delta", "gamma");
        assertThat(filtered(id, List.of(), List.of(), "%").total()).isEqualTo(2);
        assertThat(filtered(id, List.of(), List.of(), "\\").total()).isZero();
    }

    @Test
    void texts_are_read_only_where_they_are_wanted() {
        long id = blog.draft("New").saying("Text").write().id();
        save(id, "Saved");
        var filter = RevisionFilter.ofKinds(List.of());

        assertThat(slice(id, filter, RevisionSort.DATE, true, true, 0, null).items())
                .allMatch(view -> view.body().source().equals("Text"));
        assertThat(slice(id, filter, RevisionSort.DATE, true, false, 0, null).items())
                .allMatch(view -> view.body() == null);
    }

    @Test
    void a_list_takes_as_many_statements_whatever_it_shows() {
        long id = blog.draft("New").write().id();
        save(id, "1");
        var one = statements(() -> counted(id));
        IntStream.range(2, 9).forEach(n -> save(id, "" + n));
        autosaves.save(
                PostType.POST,
                id,
                said("Unsaved"),
                new Actor(tokens.idOf(Role.EDITOR), EnumSet.allOf(Capability.class)));

        assertThat(counted(id).items()).hasSize(9);
        assertThat(statements(() -> counted(id))).isEqualTo(one).isLessThanOrEqualTo(3);
        assertThat(statements(() -> revisions.search(query(id, RevisionFilter.ofKinds(List.of())), ADMINISTRATOR)))
                .isLessThanOrEqualTo(2);
        long newest = newest(id);
        assertThat(statements(() -> revisions.compare(PostType.POST, id, newest, ADMINISTRATOR)))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void autosaves_at_the_same_time_are_one() throws Exception {
        long id = blog.published("New").write().id();
        var barrier = new CyclicBarrier(4);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var kept = new ArrayList<Long>();
            var running = IntStream.range(0, 4)
                    .mapToObj(n -> pool.submit(() -> {
                        barrier.await();
                        return autosaves
                                .save(PostType.POST, id, said("T" + n), ADMINISTRATOR)
                                .autosave()
                                .revision()
                                .id();
                    }))
                    .toList();
            for (var one : running) {
                kept.add(one.get());
            }
            assertThat(Set.copyOf(kept)).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertCounted(id, 1, newest(id));
    }

    @Test
    void imported_revisions_keep_their_ids_and_are_counted() {
        long id = blog.published("New").write().id();
        long first = ids.next(IdSpace.CONTENT);
        long second = ids.next(IdSpace.CONTENT);

        QuarkusTransaction.requiringNew()
                .run(() -> imports.add(List.of(
                        imported(second, id, 1L, "2025-01-02T00:00:00Z"),
                        imported(first, id, null, "2025-01-01T00:00:00Z"))));

        assertCounted(id, 2, second);
        assertThat(counted(id).items()).extracting(view -> view.revision().id()).containsExactly(second, first);
        assertThat(counted(id).items().get(1).revision().author()).isNull();
        assertThat(counted(id).items().get(0).revision().titleHtml()).isEqualTo("<em>Old</em>");
        save(id, "Saved");
        assertCounted(id, 3, newest(id));
    }

    @Test
    void each_refusal_has_its_own_code() {
        long id = blog.published("New").write().id();
        long other = blog.published("Other").write().id();
        save(other, "Saved");
        var stranger = new Actor(tokens.idOf(Role.AUTHOR), Set.of(Capability.EDIT_POSTS));

        refused(ErrorCode.POST_NOT_FOUND, () -> counted(999_999_999));
        refused(ErrorCode.UNAUTHENTICATED, () -> get(id, newest(other), Actor.ANONYMOUS));
        refused(ErrorCode.FORBIDDEN, () -> get(id, newest(other), stranger));
        refused(
                ErrorCode.SCOPE_MISSING,
                () -> get(id, newest(other), ADMINISTRATOR.within(Set.of(Scope.SETTINGS_WRITE))));
        refused(ErrorCode.REVISION_NOT_FOUND, () -> get(id, id, ADMINISTRATOR));
        refused(ErrorCode.REVISION_OF_OTHER_POST, () -> get(id, newest(other), ADMINISTRATOR));
        refused(ErrorCode.AUTOSAVE_NOT_FOUND, () -> autosaves.get(PostType.POST, id, ADMINISTRATOR));
    }

    private static ImportedRevision imported(long id, long postId, Long authorId, String at) {
        return new ImportedRevision(
                id,
                postId,
                RevisionKind.REVISION,
                authorId,
                Instant.parse(at),
                new PostContent("Old", "<em>Old</em>", ContentFormat.WORDPRESS, "Text", null));
    }

    private void save(long id, String title) {
        patch(id, Map.of("title", title));
    }

    private void patch(long id, Map<String, Object> change) {
        blog.asking()
                .body(new HashMap<>(change))
                .patch("/api/v1/posts/" + id)
                .then()
                .statusCode(200);
    }

    private static ContentPatch said(String title) {
        return new ContentPatch(Patch.to(title), Patch.absent(), Patch.absent(), Patch.absent());
    }

    private Post post(long id) {
        return posts.get(PostType.POST, id, ADMINISTRATOR, null).post();
    }

    private void assertCounted(long id, int count, Long latest) {
        assertThat(post(id).revisionCount()).isEqualTo(count);
        assertThat(post(id).latestRevisionId()).isEqualTo(latest);
        assertThat(counted(id).total()).isEqualTo(count);
    }

    private RevisionView get(long id, long revisionId, Actor actor) {
        return revisions.get(PostType.POST, id, revisionId, actor);
    }

    private Page<RevisionView> counted(long id) {
        return slice(id, COUNTED, RevisionSort.DATE, true, 0, null);
    }

    private long newest(long id) {
        return counted(id).items().get(0).revision().id();
    }

    private List<RevisionKind> kinds(long id) {
        return slice(id, List.of(), RevisionSort.DATE, true, 0, null).items().stream()
                .map(view -> view.revision().kind())
                .toList();
    }

    private List<String> titles(long id) {
        return titles(slice(id, List.of(), RevisionSort.DATE, true, 0, null));
    }

    private static List<String> titles(Page<RevisionView> slice) {
        return slice.items().stream().map(view -> view.revision().title()).toList();
    }

    private Page<RevisionView> slice(
            long id, List<RevisionKind> kinds, RevisionSort sort, boolean descending, int offset, Integer limit) {
        return slice(id, RevisionFilter.ofKinds(kinds), sort, descending, true, offset, limit);
    }

    private Page<RevisionView> filtered(long id, List<Long> wanted, List<Long> excluded, String search) {
        return slice(
                id, new RevisionFilter(List.of(), wanted, excluded, search), RevisionSort.DATE, true, false, 0, null);
    }

    private Page<RevisionView> slice(
            long id,
            RevisionFilter filter,
            RevisionSort sort,
            boolean descending,
            boolean withBody,
            int offset,
            Integer limit) {
        var page = limit == null ? Offset.all() : new Offset(offset, limit, true);
        return revisions.search(
                new RevisionQuery(PostType.POST, id, filter, sort, descending, page, withBody), ADMINISTRATOR);
    }

    private static RevisionQuery query(long id, RevisionFilter filter) {
        return new RevisionQuery(PostType.POST, id, filter, RevisionSort.DATE, true, PageRequest.first(20), false);
    }

    private long statements(Runnable work) {
        return SentStatements.count(work);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThat(catchThrowableOfType(CmsException.class, call).code()).isEqualTo(code);
    }
}
