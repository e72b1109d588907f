package io.masthead.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.Offset;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Patch;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.SortKey;
import io.masthead.kernel.WordSearch;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@QuarkusTest
class TermServiceTest {

    private static final Actor EDITOR = new Actor(1L, Set.of(Capability.EDIT_POSTS, Capability.MANAGE_CATEGORIES));
    private static final Actor CONTRIBUTOR = new Actor(1L, Set.of(Capability.EDIT_POSTS));
    private static final Actor SUBSCRIBER = new Actor(1L, Set.of());

    @Inject
    TermService terms;

    @Inject
    TermDeletionSteps steps;

    @Inject
    TermImport imports;

    /** Tests share a database: this mark identifies the names of one test. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_category_gets_a_slug_from_its_name_and_cleaned_html() {
        var made = terms.create(
                TermKind.CATEGORY,
                new NewTerm("  Crème   " + mark, null, "<b>x</b><script>y()</script>", null),
                null,
                EDITOR);

        assertThat(made.name()).isEqualTo("Crème " + mark);
        assertThat(made.slug()).isEqualTo("creme-" + mark);
        assertThat(made.description()).isEqualTo("<b>x</b>");
        assertThat(made.publishedCount()).isZero();
        assertThat(terms.get(TermKind.CATEGORY, made.id()).name()).isEqualTo(made.name());
        refused(ErrorCode.TERM_NOT_FOUND, () -> terms.get(TermKind.TAG, made.id()));
    }

    @Test
    void a_name_without_letters_gets_the_id_as_slug() {
        var made = tag("+!?");

        assertThat(made.slug()).isEqualTo(Long.toString(made.id()));
    }

    @Test
    void a_generated_slug_gets_a_number_and_a_chosen_one_is_refused() {
        var first = category("Same " + mark, null);
        var below = category("Same " + mark, first.id());

        assertThat(below.slug()).isEqualTo(first.slug() + "-2");
        refusedField(
                "slug",
                "taken",
                () -> terms.create(
                        TermKind.CATEGORY, new NewTerm("Other " + mark, first.slug(), null, null), null, EDITOR));
    }

    @ParameterizedTest
    @CsvSource({"'Two Words/%s', two-words-%s", "'caf%%C3%%A9-%s', café-%s", "'?', old-%s", "'', old-%s"})
    void a_slug_that_is_to_fit_is_made_from_what_was_sent(String sent, String slug) {
        var wanted = new NewTerm("Old " + mark, sent.formatted(mark), null, null);
        var made = terms.create(TermKind.CATEGORY, wanted, OnConflict.FIT, null, EDITOR);
        assertThat(made.slug()).isEqualTo(slug.formatted(mark));

        var other = tag("Old " + mark);
        var change = new TermPatch(Patch.absent(), Patch.to(sent.formatted(mark)), Patch.absent(), Patch.absent());
        assertThat(terms.update(TermKind.TAG, other.id(), change, OnConflict.FIT, ExpectedVersion.ANY, EDITOR)
                        .slug())
                .isEqualTo(slug.formatted(mark));
    }

    @Test
    void a_category_that_is_to_fit_moves_to_the_root_instead_of_below_itself() {
        var above = category("Above " + mark, null);
        var middle = category("Middle " + mark, above.id());
        var below = category("Below " + mark, middle.id());

        for (var parent : List.of(middle, below)) {
            var move = new TermPatch(Patch.absent(), Patch.absent(), Patch.absent(), Patch.to(parent.id()));
            refusedField(
                    "parentId",
                    "cycle",
                    () -> terms.update(TermKind.CATEGORY, middle.id(), move, ExpectedVersion.ANY, EDITOR));
            assertThat(terms.update(TermKind.CATEGORY, middle.id(), move, OnConflict.FIT, ExpectedVersion.ANY, EDITOR)
                            .parentId())
                    .isNull();
        }
    }

    @Test
    void a_name_is_free_only_where_no_sibling_has_it_in_any_case() {
        var first = category("News " + mark, null);
        tag("Tag " + mark);

        refusedField("name", "taken", () -> category("nEWS " + mark, null));
        refusedField("name", "taken", () -> tag("TAG " + mark));
        assertThat(category("News " + mark, first.id()).parentId()).isEqualTo(first.id());
        assertThat(tag("News " + mark).kind()).isEqualTo(TermKind.TAG);
    }

    @Test
    void contributors_create_tags_and_nothing_else() {
        var tag = terms.create(TermKind.TAG, new NewTerm("By " + mark, null, null, null), null, CONTRIBUTOR);

        refused(
                ErrorCode.FORBIDDEN,
                () -> terms.create(TermKind.CATEGORY, new NewTerm("By " + mark, null, null, null), null, CONTRIBUTOR));
        refused(ErrorCode.FORBIDDEN, () -> rename(tag, "Else", CONTRIBUTOR));
        refused(ErrorCode.FORBIDDEN, () -> remove(tag, CONTRIBUTOR));
        refused(
                ErrorCode.FORBIDDEN,
                () -> terms.create(TermKind.TAG, new NewTerm("No", null, null, null), null, SUBSCRIBER));
        refused(
                ErrorCode.UNAUTHENTICATED,
                () -> terms.create(TermKind.TAG, new NewTerm("No", null, null, null), null, Actor.ANONYMOUS));
    }

    @Test
    void every_broken_rule_is_named_at_once() {
        var refusal = catchThrowableOfType(
                CmsException.class,
                () -> terms.create(TermKind.TAG, new NewTerm(" ", "Not A Slug", "\0", 7L), null, EDITOR));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("name", "slug", "description", "parentId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a-", "a,b", "a b", "a/b", ""})
    void a_malformed_slug_is_refused(String slug) {
        refusedField(
                "slug",
                "invalid_slug",
                () -> terms.create(TermKind.TAG, new NewTerm("X " + mark, slug, null, null), null, EDITOR));
    }

    @Test
    void lengths_are_counted_in_code_points() {
        var longest = "😀".repeat(200 - mark.length()) + mark;

        assertThat(tag(longest).name()).isEqualTo(longest);
        refusedField("name", "too_long", () -> tag(longest + "a"));
        refusedField(
                "description",
                "too_long",
                () -> terms.create(
                        TermKind.TAG, new NewTerm("D " + mark, null, "a".repeat(20_001), null), null, EDITOR));
        refusedField(
                "description",
                "too_complex",
                () -> terms.create(
                        TermKind.TAG, new NewTerm("D " + mark, null, "<div>".repeat(4_000), null), null, EDITOR));
    }

    @Test
    void a_former_slug_still_finds_the_term() {
        var tag = tag("Old " + mark);
        var before = tag.slug();

        var renamed = change(tag, Patch.absent(), Patch.to("new-" + mark), Patch.absent());

        assertThat(renamed.slug()).isEqualTo("new-" + mark);
        assertThat(renamed.version()).isEqualTo(tag.version() + 1);
        assertThat(terms.getBySlug(TermKind.TAG, before).current()).isFalse();
        assertThat(terms.getBySlug(TermKind.TAG, before).found().slug()).isEqualTo("new-" + mark);
        assertThat(terms.getBySlug(TermKind.TAG, "new-" + mark).current()).isTrue();
        assertThat(terms.formerSlugs(renamed)).containsExactly(before);
        refused(ErrorCode.TERM_NOT_FOUND, () -> terms.getBySlug(TermKind.CATEGORY, before));
    }

    @Test
    void null_generates_a_new_slug_and_empties_the_description() {
        var tag =
                terms.create(TermKind.TAG, new NewTerm("First " + mark, "chosen-" + mark, "text", null), null, EDITOR);

        var changed = terms.update(
                TermKind.TAG,
                tag.id(),
                new TermPatch(Patch.to("Second " + mark), Patch.to(null), Patch.to(null), Patch.absent()),
                ExpectedVersion.ANY,
                EDITOR);

        assertThat(changed.slug()).isEqualTo("second-" + mark);
        assertThat(changed.description()).isEmpty();
        refusedField("name", "required", () -> change(changed, Patch.to(null), Patch.absent(), Patch.absent()));
    }

    @Test
    void the_same_again_is_no_change() {
        var tag = tag("Still " + mark);

        var again = change(tag, Patch.to(tag.name()), Patch.to(tag.slug()), Patch.absent());

        assertThat(again.version()).isEqualTo(tag.version());
        assertThat(again.updatedAt())
                .isEqualTo(terms.get(TermKind.TAG, tag.id()).updatedAt());
        assertThat(terms.formerSlugs(again)).isEmpty();
    }

    @Test
    void a_change_of_another_version_is_refused() {
        var tag = tag("Version " + mark);

        refused(
                ErrorCode.VERSION_MISMATCH,
                () -> terms.update(
                        TermKind.TAG,
                        tag.id(),
                        new TermPatch(Patch.to("Lost"), Patch.absent(), Patch.absent(), Patch.absent()),
                        new ExpectedVersion(Set.of(tag.version() + 1)),
                        EDITOR));
        assertThat(terms.get(TermKind.TAG, tag.id()).name()).isEqualTo(tag.name());
    }

    @Test
    void a_category_is_moved_to_another_place_and_to_the_top() {
        var top = category("Top " + mark, null);
        var other = category("Other " + mark, null);

        assertThat(move(other, top.id()).parentId()).isEqualTo(top.id());
        assertThat(move(other, null).parentId()).isNull();
        refusedField("parentId", "unknown", () -> move(other, Long.MAX_VALUE));
    }

    @Test
    void a_category_is_not_moved_below_itself_or_its_descendants() {
        var top = category("Top " + mark, null);
        var middle = category("Middle " + mark, top.id());
        var low = category("Low " + mark, middle.id());

        refusedField("parentId", "cycle", () -> move(top, top.id()));
        refusedField("parentId", "cycle", () -> move(top, low.id()));
        assertThat(move(low, top.id()).parentId()).isEqualTo(top.id());
    }

    @Test
    void two_moves_at_once_never_close_a_circle() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = category("One " + round + mark, null);
            var two = category("Two " + round + mark, null);

            var refusals = atOnce(() -> move(one, two.id()), () -> move(two, one.id()));

            assertThat(refusals)
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.errors())
                            .extracting(FieldError::code)
                            .containsExactly("cycle"));
        }
    }

    @Test
    void two_of_one_name_at_once_become_one() throws Exception {
        for (int round = 0; round < 5; round++) {
            var name = "Both " + round + " " + mark;

            assertThat(atOnce(() -> tag(name), () -> tag(name))).hasSize(1);
        }
    }

    @Test
    void categories_are_found_with_all_below_them_by_old_slugs_too() {
        var top = category("Top " + mark, null);
        var middle = category("Middle " + mark, top.id());
        var low = category("Low " + mark, middle.id());
        var old = middle.slug();
        change(middle, Patch.absent(), Patch.to("renamed-" + mark), Patch.absent());

        var found = QuarkusTransaction.requiringNew()
                .call(() -> terms.withDescendants(List.of(top.slug(), old, "none-" + mark)));

        assertThat(found)
                .containsOnlyKeys(top.slug(), old)
                .containsEntry(top.slug(), List.of(top.id(), middle.id(), low.id()))
                .containsEntry(old, List.of(middle.id(), low.id()));
        assertThat(terms.withDescendants(List.of())).isEmpty();
    }

    @Test
    void wanted_terms_come_in_order_and_unknown_ones_are_named() {
        var one = tag("One " + mark);
        var two = tag("Two " + mark);
        var category = category("Cat " + mark, null);

        assertThat(terms.require(TermKind.TAG, List.of(two.id(), one.id(), two.id()), "tags"))
                .extracting(Term::id)
                .containsExactly(two.id(), one.id());
        assertThatThrownBy(() -> terms.require(TermKind.TAG, List.of(one.id(), category.id(), -1L), "tags"))
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field, FieldError::code)
                                .containsExactly(tuple("tags/1", "unknown"), tuple("tags/2", "unknown")));
    }

    @Test
    void counting_raises_no_version_and_survives_a_change() {
        var one = tag("One " + mark);
        var two = tag("Two " + mark);
        terms.adjustCounts(Map.of(one.id(), 3, two.id(), 1));
        terms.adjustCounts(Map.of(one.id(), -1, two.id(), 0));

        assertThat(terms.get(TermKind.TAG, one.id()).publishedCount()).isEqualTo(2);
        assertThat(terms.get(TermKind.TAG, one.id()).version()).isEqualTo(one.version());
        var renamed = change(one, Patch.to("Renamed " + mark), Patch.absent(), Patch.absent());
        assertThat(terms.get(TermKind.TAG, one.id()).publishedCount()).isEqualTo(2);
        assertThat(renamed.publishedCount()).isEqualTo(2);
    }

    @Test
    void a_deleted_category_leaves_its_children_to_its_parent() {
        var top = category("Top " + mark, null);
        var middle = category("Middle " + mark, top.id());
        var low = category("Low " + mark, middle.id());

        remove(middle, EDITOR);

        assertThat(terms.get(TermKind.CATEGORY, low.id()).parentId()).isEqualTo(top.id());
        assertThat(terms.get(TermKind.CATEGORY, low.id()).version()).isEqualTo(low.version() + 1);
        refused(ErrorCode.TERM_NOT_FOUND, () -> terms.get(TermKind.CATEGORY, middle.id()));
        refused(ErrorCode.TERM_NOT_FOUND, () -> terms.getBySlug(TermKind.CATEGORY, middle.slug()));
        remove(top, EDITOR);
        assertThat(terms.get(TermKind.CATEGORY, low.id()).parentId()).isNull();
    }

    @Test
    void the_default_category_stays() {
        var uncategorized = terms.getBySlug(TermKind.CATEGORY, "uncategorized").found();

        refused(ErrorCode.DEFAULT_CATEGORY, () -> remove(uncategorized, EDITOR));
    }

    @Test
    void a_repeated_request_finds_what_it_created() {
        var key = new RequestKey("key-" + mark, "tags.create", "hash");
        var wanted = new NewTerm("Once " + mark, null, null, null);

        var first = terms.create(TermKind.TAG, wanted, key, EDITOR);
        var second = terms.create(TermKind.TAG, wanted, key, EDITOR);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(search(TermKind.TAG, mark, TermSort.ID)).containsExactly("Once " + mark);
    }

    @ParameterizedTest
    @CsvSource({"%,1", "_,1", "\\,1", "100% Sure_,1", "sURE,1", "or 1=1' --,0"})
    void search_text_is_taken_literally(String text, int found) {
        tag("100% sure_ \\ " + mark);
        tag("plain " + mark);
        var listing = terms.search(
                new TermQuery(
                        TermFilter.of(TermKind.TAG).search(WordSearch.of(text)).build(),
                        TermSort.NAME,
                        false,
                        PageRequest.first(100)),
                Actor.ANONYMOUS);

        assertThat(listing.items().stream().filter(term -> term.name().endsWith(mark)))
                .hasSize(found);
    }

    @Test
    void lists_are_narrowed_by_place_slug_and_use() {
        var top = category("Top " + mark, null);
        var low = category("Low " + mark, top.id());
        terms.adjustCounts(Map.of(low.id(), 1));

        assertThat(list(TermFilter.of(TermKind.CATEGORY)
                        .search(WordSearch.of(mark))
                        .parent(0L)))
                .containsExactly(top.id());
        assertThat(list(TermFilter.of(TermKind.CATEGORY).parent(top.id()))).containsExactly(low.id());
        assertThat(list(TermFilter.of(TermKind.CATEGORY).slugs(List.of(top.slug(), low.slug(), "none"))))
                .containsExactlyInAnyOrder(top.id(), low.id());
        assertThat(list(TermFilter.of(TermKind.CATEGORY)
                        .search(WordSearch.of(mark))
                        .used(true)))
                .containsExactly(low.id());
        assertThat(list(TermFilter.of(TermKind.TAG).search(WordSearch.of(mark))))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_in_every_order() {
        for (int i = 0; i < 5; i++) {
            var tag = tag((i % 2 == 0 ? "É" : "e") + i + " " + mark);
            terms.adjustCounts(Map.of(tag.id(), i / 2));
        }
        for (var sort : Stream.of(TermSort.values()).filter(SortKey::hasCursor).toList()) {
            for (var descending : List.of(false, true)) {
                var all = pages(sort, descending, 100);
                assertThat(all).hasSize(5).doesNotHaveDuplicates();
                assertThat(pages(sort, descending, 2)).isEqualTo(all);
            }
        }
    }

    @Test
    void a_child_can_be_imported_in_the_transaction_of_its_parent() {
        var parentAndChild = QuarkusTransaction.requiringNew().call(() -> {
            var parent = imports.create(
                    TermKind.CATEGORY,
                    new ImportedTerm(1_000_000_007L + mark.hashCode(), "Parent " + mark, "Bad Slug", null, null));
            var child = imports.create(
                    TermKind.CATEGORY,
                    new ImportedTerm(parent.id(), "Child " + mark, parent.slug(), null, parent.id()));
            return List.of(parent, child);
        });

        var parent = parentAndChild.get(0);
        var child = parentAndChild.get(1);
        assertThat(parent.slug()).isEqualTo("parent-" + mark);
        assertThat(child.parentId()).isEqualTo(parent.id());
        assertThat(child.id()).isNotEqualTo(parent.id());
        assertThat(child.slug()).isEqualTo(parent.slug() + "-2");
        assertThat(imports.find(TermKind.CATEGORY, child.slug())).map(Term::id).contains(child.id());
    }

    @Test
    void numbered_pages_follow_each_other_in_every_order() {
        var ids = new ArrayList<Long>();
        var slugs = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var made = tag((i % 2 == 0 ? "É" : "e") + i + " " + mark);
            ids.add(0, made.id());
            slugs.add(0, made.slug());
        }
        var filter = TermFilter.of(TermKind.TAG).ids(ids).slugs(slugs).build();
        for (var sort : TermSort.values()) {
            for (var descending : List.of(false, true)) {
                var all = numbered(filter, sort, descending, 100);
                assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
                assertThat(numbered(filter, sort, descending, 2)).isEqualTo(all);
            }
        }
        assertThat(numbered(filter, TermSort.LISTED_IDS, false, 2)).isEqualTo(ids);
        assertThat(numbered(filter, TermSort.LISTED_SLUGS, true, 2)).isEqualTo(ids);
        assertThatThrownBy(() -> new TermQuery(filter, TermSort.LISTED_IDS, false, PageRequest.first(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_of_no_ids_is_empty() {
        var none = new TermQuery(
                TermFilter.of(TermKind.TAG).ids(List.of()).build(),
                TermSort.LISTED_IDS,
                false,
                new Offset(0, 10, true));

        assertThat(terms.search(none, Actor.ANONYMOUS).items()).isEmpty();
        assertThat(terms.search(none, Actor.ANONYMOUS).total()).isZero();
    }

    private List<Long> numbered(TermFilter filter, TermSort sort, boolean descending, int limit) {
        var ids = new ArrayList<Long>();
        while (true) {
            var query = new TermQuery(filter, sort, descending, new Offset(ids.size(), limit, true));
            var page = terms.search(query, Actor.ANONYMOUS);
            assertThat(page.total()).isEqualTo(5);
            if (page.items().isEmpty()) {
                return ids;
            }
            page.items().forEach(item -> ids.add(item.id()));
        }
    }

    private List<Long> pages(TermSort sort, boolean descending, int limit) {
        var filter = TermFilter.of(TermKind.TAG).search(WordSearch.of(mark)).build();
        var ids = new ArrayList<Long>();
        var paging = new Keyset(limit, null, true);
        while (true) {
            var listing = terms.search(new TermQuery(filter, sort, descending, paging), Actor.ANONYMOUS);
            assertThat(listing.total()).isEqualTo(5);
            listing.items().forEach(term -> ids.add(term.id()));
            if (listing.next() == null) {
                return ids;
            }
            paging = new Keyset(limit, listing.next(), true);
        }
    }

    private List<Long> list(TermFilter.Builder filter) {
        return terms
                .search(new TermQuery(filter.build(), TermSort.ID, false, PageRequest.first(100)), Actor.ANONYMOUS)
                .items()
                .stream()
                .map(Term::id)
                .toList();
    }

    private List<String> search(TermKind kind, String text, TermSort sort) {
        return terms
                .search(
                        new TermQuery(
                                TermFilter.of(kind).search(WordSearch.of(text)).build(),
                                sort,
                                false,
                                PageRequest.first(100)),
                        Actor.ANONYMOUS)
                .items()
                .stream()
                .map(Term::name)
                .toList();
    }

    private Term category(String name, Long parentId) {
        return terms.create(TermKind.CATEGORY, new NewTerm(name, null, null, parentId), null, EDITOR);
    }

    private Term tag(String name) {
        return terms.create(TermKind.TAG, new NewTerm(name, null, null, null), null, EDITOR);
    }

    private Term rename(Term term, String name, Actor actor) {
        return terms.update(
                term.kind(),
                term.id(),
                new TermPatch(Patch.to(name), Patch.absent(), Patch.absent(), Patch.absent()),
                ExpectedVersion.ANY,
                actor);
    }

    private Term move(Term term, Long parentId) {
        return change(term, Patch.absent(), Patch.absent(), Patch.to(parentId));
    }

    private Term change(Term term, Patch<String> name, Patch<String> slug, Patch<Long> parentId) {
        return terms.update(
                term.kind(),
                term.id(),
                new TermPatch(name, slug, Patch.absent(), parentId),
                ExpectedVersion.ANY,
                EDITOR);
    }

    private void remove(Term term, Actor actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            steps.requireAllowed(term.kind(), actor);
            steps.complete(steps.begin(term.kind(), term.id(), ExpectedVersion.ANY), actor);
        });
    }

    private static List<CmsException> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = new ArrayList<Future<?>>();
            for (var task : List.of(one, other)) {
                results.add(threads.submit(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            var refusals = new ArrayList<CmsException>();
            for (var result : results) {
                try {
                    result.get(20, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(CmsException.class);
                    refusals.add((CmsException) e.getCause());
                }
            }
            return refusals;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void refusedField(String field, String code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(CmsException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(refusal.errors())
                    .extracting(FieldError::field, FieldError::code)
                    .containsExactly(tuple(field, code));
        });
    }
}
