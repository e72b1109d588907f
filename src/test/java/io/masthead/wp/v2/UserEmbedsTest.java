package io.masthead.wp.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.Actor;
import io.masthead.testsupport.OnBothDatabases;
import io.masthead.user.Role;
import io.masthead.user.UserService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What embedding asks of the core: authors come to lists of posts by the tests of those. */
@OnBothDatabases
@QuarkusTest
class UserEmbedsTest {

    private final WpClients clients = new WpClients();

    @Inject
    UserService users;

    @Test
    void several_are_found_at_once_and_the_hidden_are_told_from_those_who_are_not_there() {
        var known = clients.ofRole("author").publishing();
        var quiet = clients.ofRole("author");
        var ids = new ArrayList<>(List.of(known.id(), quiet.id(), 999_999_999L));

        var byGuest = users.find(ids, Actor.ANONYMOUS);
        assertThat(byGuest.get(known.id())).isPresent();
        assertThat(byGuest.get(quiet.id())).isEmpty();
        assertThat(byGuest).doesNotContainKey(999_999_999L);
        assertThat(byGuest.get(known.id()).orElseThrow().accountVisible()).isFalse();

        var owner = new Actor(1L, Role.ADMINISTRATOR.capabilities());
        assertThat(users.find(ids, owner).get(quiet.id())).isPresent();
    }
}
