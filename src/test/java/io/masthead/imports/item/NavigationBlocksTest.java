package io.masthead.imports.item;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NavigationBlocksTest {

    @Test
    void submenus_hold_links_and_containers_do_not_count() {
        var found = NavigationBlocks.of("<!-- wp:group --><!-- wp:navigation-submenu {\"label\":\"A\"} -->"
                + "<!-- wp:core/navigation-link {\"label\":\"B\",\"id\":\"7\"} /--><!-- /wp:navigation-submenu -->"
                + "<!-- /wp:group --><!-- wp:navigation-link {\"label\":\"C\"} --><!-- /wp:navigation-link -->"
                + "<!-- wp:search {\"label\":\"S\"} /-->text");

        assertThat(found.links()).extracting(NavigationBlocks.Link::label).containsExactly("A", "B", "C");
        assertThat(found.links()).extracting(NavigationBlocks.Link::above).containsExactly(-1, 0, -1);
        assertThat(found.links().get(1).id()).isEqualTo(7);
        assertThat(found.leftOut()).isEqualTo(Map.of("search", 1));
    }

    @Test
    void broken_markup_costs_no_other_link() {
        var found = NavigationBlocks.of("<!-- /wp:navigation-submenu --><!-- wp:navigation-submenu {\"label\": -->"
                + "<!-- wp:navigation-link {\"label\":\"A\",\"id\":{},\"url\":5} /--><!-- /wp:navigation-submenu -->"
                + "<!-- wp:navigation-link {\"label\":\"B\"} /--><!-- wp:navigation-link {\"label\":\"C\"}");

        assertThat(found.links()).extracting(NavigationBlocks.Link::label).containsExactly("A", "B");
        assertThat(found.links()).extracting(NavigationBlocks.Link::above).containsExactly(-1, -1);
        assertThat(found.links().get(0).url()).isEmpty();
        assertThat(NavigationBlocks.of("").links()).isEqualTo(List.of());
    }

    @Test
    void many_openers_are_read_in_linear_time() {
        assertTimeoutPreemptively(ofSeconds(5), () -> {
            NavigationBlocks.of("<!-- wp:navigation-link ".repeat(50_000));
            NavigationBlocks.of("<!-- wp:navigation-submenu -->".repeat(20_000));
        });
    }
}
