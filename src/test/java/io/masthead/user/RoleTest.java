package io.masthead.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.kernel.Capability;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roles of WordPress on a single site, as its own API enforces them. */
class RoleTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    EDIT_POSTS,              -, y, y, y, y
                    DELETE_POSTS,            -, y, y, y, y
                    PUBLISH_POSTS,           -, -, y, y, y
                    EDIT_PUBLISHED_POSTS,    -, -, y, y, y
                    DELETE_PUBLISHED_POSTS,  -, -, y, y, y
                    UPLOAD_FILES,            -, -, y, y, y
                    EDIT_OTHERS_POSTS,       -, -, -, y, y
                    DELETE_OTHERS_POSTS,     -, -, -, y, y
                    EDIT_PRIVATE_POSTS,      -, -, -, y, y
                    DELETE_PRIVATE_POSTS,    -, -, -, y, y
                    READ_PRIVATE_POSTS,      -, -, -, y, y
                    EDIT_PAGES,              -, -, -, y, y
                    EDIT_OTHERS_PAGES,       -, -, -, y, y
                    EDIT_PUBLISHED_PAGES,    -, -, -, y, y
                    EDIT_PRIVATE_PAGES,      -, -, -, y, y
                    PUBLISH_PAGES,           -, -, -, y, y
                    DELETE_PAGES,            -, -, -, y, y
                    DELETE_OTHERS_PAGES,     -, -, -, y, y
                    DELETE_PUBLISHED_PAGES,  -, -, -, y, y
                    DELETE_PRIVATE_PAGES,    -, -, -, y, y
                    READ_PRIVATE_PAGES,      -, -, -, y, y
                    MANAGE_CATEGORIES,       -, -, -, y, y
                    MODERATE_COMMENTS,       -, -, -, y, y
                    LIST_USERS,              -, -, -, -, y
                    CREATE_USERS,            -, -, -, -, y
                    EDIT_USERS,              -, -, -, -, y
                    DELETE_USERS,            -, -, -, -, y
                    PROMOTE_USERS,           -, -, -, -, y
                    MANAGE_SETTINGS,         -, -, -, -, y
                    MANAGE_MENUS,            -, -, -, -, y
                    MANAGE_PRIVACY,          -, -, -, -, y
                    READ_AUDIT,              -, -, -, -, y
                    IMPORT,                  -, -, -, -, y
                    """)
    void each_power_belongs_to_these_roles(
            Capability power, char subscriber, char contributor, char author, char editor, char administrator) {
        assertThat(has(Role.SUBSCRIBER, power)).isEqualTo(subscriber);
        assertThat(has(Role.CONTRIBUTOR, power)).isEqualTo(contributor);
        assertThat(has(Role.AUTHOR, power)).isEqualTo(author);
        assertThat(has(Role.EDITOR, power)).isEqualTo(editor);
        assertThat(has(Role.ADMINISTRATOR, power)).isEqualTo(administrator);
    }

    @Test
    void the_table_knows_every_power() throws Exception {
        var table = Arrays.stream(RoleTest.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(CsvSource.class))
                .filter(source -> source != null && !source.textBlock().isEmpty()) // the order of methods is undefined
                .findFirst()
                .orElseThrow()
                .textBlock();

        assertThat(table.lines().map(line -> line.split(",", 2)[0].strip()))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Capability.values()).map(Capability::name).toArray(String[]::new));
    }

    @Test
    void several_roles_are_as_good_as_the_highest() {
        assertThat(Role.highestOf(List.of(Role.AUTHOR, Role.EDITOR, Role.SUBSCRIBER)))
                .isEqualTo(Role.EDITOR);
        assertThat(Role.highestOf(List.of())).isEqualTo(Role.SUBSCRIBER);
    }

    @ParameterizedTest
    @CsvSource({"Ada, Quill, Ada Quill", "Ada, '', Ada", "'', Quill, Quill", "'', '', login"})
    void a_person_is_called_by_the_login_only_without_another_name(String first, String last, String name) {
        assertThat(new Person(first, last, "", "").displayName("login")).isEqualTo(name);
    }

    private static char has(Role role, Capability power) {
        return role.capabilities().contains(power) ? 'y' : '-';
    }
}
