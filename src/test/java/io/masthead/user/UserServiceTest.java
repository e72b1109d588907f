package io.masthead.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.Offset;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.SortKey;
import io.masthead.kernel.WordSearch;
import io.masthead.testsupport.OnBothDatabases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@QuarkusTest
class UserServiceTest {

    private static final Actor ADMINISTRATOR = new Actor(1L, Set.of(Capability.LIST_USERS));

    @Inject
    UserService users;

    @Inject
    UserImport imports;

    /** Tests share a database: this mark identifies the users of one test. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void the_first_start_adds_one_administrator() {
        var first = users.get(User.FIRST_ADMINISTRATOR, ADMINISTRATOR).user();

        assertThat(first.login()).isEqualTo("admin");
        assertThat(first.displayName()).isEqualTo("Administrator");
        assertThat(first.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(users.getBySlug("administrator", ADMINISTRATOR)
                        .found()
                        .user()
                        .id())
                .isEqualTo(1);
    }

    @Test
    void users_without_published_posts_are_visible_to_administrators_and_themselves() {
        var user = user("quiet");

        assertThat(found(ADMINISTRATOR)).containsExactly(user.id());
        assertThat(found(Actor.ANONYMOUS)).isEmpty();
        assertThat(found(new Actor(1L, Set.of()))).isEmpty();
        assertThat(users.get(user.id(), ADMINISTRATOR).user().id()).isEqualTo(user.id());
        assertThat(users.get(user.id(), user.asActor()).user().id()).isEqualTo(user.id());
        assertThat(users.me(user.asActor()).login()).isEqualTo(user.login());
        refused(ErrorCode.USER_HIDDEN, () -> users.get(user.id(), Actor.ANONYMOUS));
        refused(ErrorCode.USER_HIDDEN, () -> users.getBySlug(user.slug(), Actor.ANONYMOUS));
        refused(ErrorCode.USER_NOT_FOUND, () -> users.get(Long.MAX_VALUE, ADMINISTRATOR));
        refused(ErrorCode.USER_NOT_FOUND, () -> users.getBySlug("no-" + mark, ADMINISTRATOR));
        refused(ErrorCode.UNAUTHENTICATED, () -> users.me(Actor.ANONYMOUS));
    }

    @Test
    void a_profile_is_public_while_something_is_published() {
        var user = user("writer");

        users.adjustPublished(Map.of(user.id(), 2));
        assertThat(found(Actor.ANONYMOUS)).containsExactly(user.id());
        assertThat(users.getBySlug(user.slug(), Actor.ANONYMOUS).current()).isTrue();
        assertThat(users.get(user.id(), Actor.ANONYMOUS).user().version()).isEqualTo(user.version());
        users.adjustPublished(Map.of(user.id(), -1));
        assertThat(found(Actor.ANONYMOUS)).containsExactly(user.id());
        users.adjustPublished(Map.of(user.id(), -1));
        assertThat(found(Actor.ANONYMOUS)).isEmpty();
        assertThat(users.get(user.id(), ADMINISTRATOR).user().publishedCount()).isZero();
    }

    @Test
    void searching_finds_names_and_slugs_and_never_logins_or_addresses() {
        var login = "Secret." + mark;
        var user = imports.create(new ImportedUser(null, login, "mail" + mark + "@example.org", "Ann " + mark, null));

        assertThat(ids("ann " + mark)).containsExactly(user.id());
        assertThat(ids("secret-" + mark)).containsExactly(user.id());
        assertThat(ids(login)).isEmpty();
        assertThat(ids("mail" + mark)).isEmpty();
        assertThat(ids("%" + mark)).isEmpty();
    }

    @Test
    void pages_follow_each_other_in_every_order() {
        for (int i = 0; i < 5; i++) {
            user(i % 2 == 0 ? "É" + i : "e" + i);
        }
        for (var sort : Stream.of(UserSort.values()).filter(SortKey::hasCursor).toList()) {
            for (var descending : List.of(false, true)) {
                var all = pages(sort, descending, 100);
                assertThat(all).hasSize(5).doesNotHaveDuplicates();
                assertThat(pages(sort, descending, 2)).isEqualTo(all);
            }
        }
    }

    @Test
    void an_unknown_user_is_named_by_the_field() {
        assertThatThrownBy(() -> users.require(Long.MAX_VALUE, "author"))
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly("author"));
        assertThat(users.require(1, "author").id()).isEqualTo(1);
    }

    @Test
    void an_imported_account_keeps_its_id_and_other_values_if_they_are_unused() {
        long wanted = 1_000_000_000L + Integer.parseUnsignedInt(mark.substring(0, 7), 16);
        var first =
                imports.create(new ImportedUser(wanted, "Jo." + mark, "Jo" + mark + "@example.org", " ", Role.EDITOR));
        var second = imports.create(new ImportedUser(wanted, "jo " + mark, "JO" + mark + "@example.org", "Jo", null));

        assertThat(first.id()).isEqualTo(wanted);
        assertThat(first.displayName()).isEqualTo("Jo." + mark);
        assertThat(first.role()).isEqualTo(Role.EDITOR);
        assertThat(second.id()).isNotEqualTo(wanted);
        assertThat(second.role()).isEqualTo(Role.SUBSCRIBER);
        assertThat(second.email()).isNull();
        assertThat(second.slug()).isEqualTo(first.slug() + "-2");
        assertThat(imports.findByLogin("JO." + mark)).map(User::id).contains(wanted);
        assertThat(imports.findByLogin("nobody" + mark)).isEmpty();
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> imports.create(new ImportedUser(null, "JO." + mark, null, "x", null)));
    }

    @Test
    void numbered_pages_follow_each_other_in_every_order() {
        var ids = new ArrayList<Long>();
        var slugs = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var made = user(i % 2 == 0 ? "É" + i : "e" + i);
            ids.add(0, made.id());
            slugs.add(0, made.slug());
        }
        var filter = UserFilter.builder().ids(ids).slugs(slugs).build();
        for (var sort : UserSort.values()) {
            for (var descending : List.of(false, true)) {
                var all = numbered(filter, sort, descending, 100);
                assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
                assertThat(numbered(filter, sort, descending, 2)).isEqualTo(all);
            }
        }
        assertThat(numbered(filter, UserSort.LISTED_IDS, false, 2)).isEqualTo(ids);
        assertThat(numbered(filter, UserSort.LISTED_SLUGS, true, 2)).isEqualTo(ids);
        assertThatThrownBy(() -> new UserQuery(filter, UserSort.LISTED_IDS, false, PageRequest.first(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_of_no_ids_is_empty() {
        var none = new UserQuery(
                UserFilter.builder().ids(List.of()).build(), UserSort.LISTED_IDS, false, new Offset(0, 10, true));

        assertThat(users.search(none, ADMINISTRATOR).items()).isEmpty();
        assertThat(users.search(none, ADMINISTRATOR).total()).isZero();
    }

    private List<Long> numbered(UserFilter filter, UserSort sort, boolean descending, int limit) {
        var ids = new ArrayList<Long>();
        while (true) {
            var query = new UserQuery(filter, sort, descending, new Offset(ids.size(), limit, true));
            var page = users.search(query, ADMINISTRATOR);
            assertThat(page.total()).isEqualTo(5);
            if (page.items().isEmpty()) {
                return ids;
            }
            page.items().forEach(item -> ids.add(item.user().id()));
        }
    }

    private List<Long> pages(UserSort sort, boolean descending, int limit) {
        var ids = new ArrayList<Long>();
        var paging = new Keyset(limit, null, true);
        while (true) {
            var listing = users.search(
                    new UserQuery(
                            UserFilter.builder().search(WordSearch.of(mark)).build(), sort, descending, paging),
                    ADMINISTRATOR);
            assertThat(listing.total()).isEqualTo(5);
            listing.items().forEach(user -> ids.add(user.user().id()));
            if (listing.next() == null) {
                return ids;
            }
            paging = new Keyset(limit, listing.next(), true);
        }
    }

    private List<Long> ids(String text) {
        return users
                .search(
                        new UserQuery(
                                UserFilter.builder().search(WordSearch.of(text)).build(),
                                UserSort.ID,
                                false,
                                PageRequest.first(100)),
                        ADMINISTRATOR)
                .items()
                .stream()
                .map(view -> view.user().id())
                .toList();
    }

    /** The users of this test that a caller finds, and their count. */
    private List<Long> found(Actor actor) {
        var listing = users.search(
                new UserQuery(
                        UserFilter.builder().search(WordSearch.of(mark)).build(),
                        UserSort.NAME,
                        false,
                        new Keyset(100, null, true)),
                actor);
        assertThat(listing.total()).isEqualTo(listing.items().size());
        return listing.items().stream().map(view -> view.user().id()).toList();
    }

    private User user(String name) {
        return imports.create(new ImportedUser(null, name + " " + mark, null, name + " " + mark, null));
    }

    private static void refused(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
