package io.masthead.wp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.masthead.comment.CommentImport;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.ImportedComment;
import io.masthead.imports.ImportOptions;
import io.masthead.imports.ImportService;
import io.masthead.imports.ImportStatus;
import io.masthead.job.JobRunner;
import io.masthead.kernel.Change;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.user.FirstAdministrator;
import io.masthead.user.ImportedUser;
import io.masthead.user.Role;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserChanges;
import io.masthead.user.UserImport;
import io.quarkus.narayana.jta.QuarkusTransaction;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes the content on which was recorded: by the import, and what an export does not carry by the
 * ways that imports have.
 */
@Singleton
class Seed {

    private static final Map<String, Role> ROLES =
            Map.of(
                    "administrator", Role.ADMINISTRATOR,
                    "editor", Role.EDITOR,
                    "author", Role.AUTHOR,
                    "contributor", Role.CONTRIBUTOR,
                    "subscriber", Role.SUBSCRIBER);

    /** They have rules; what is not among them is set as it was seen. */
    private static final Set<String> SET_BY_SERVICES =
            Set.of("id", "title", "description", "url", "email", "language", "slug");

    private final FirstAdministrator administrator;
    private final ImportService imports;
    private final JobRunner jobs;
    private final UserImport users;
    private final UserAccounts accounts;
    private final CommentImport comments;
    private final Snapshots database;

    Seed(
            FirstAdministrator administrator,
            ImportService imports,
            JobRunner jobs,
            UserImport users,
            UserAccounts accounts,
            CommentImport comments,
            Snapshots database) {
        this.administrator = administrator;
        this.imports = imports;
        this.jobs = jobs;
        this.users = users;
        this.accounts = accounts;
        this.comments = comments;
        this.database = database;
    }

    /** Fills a database that has just been migrated. */
    void sow(Recordings recordings) {
        var seen = new Seen(recordings);
        QuarkusTransaction.requiringNew().run(administrator::add);
        load(recordings);
        var users = seen.users();
        users.forEach(this::user);
        registrations(users);
        comment(seen.comment(recordings.names().get("comments.c3_spam").asLong()));
        revisions(seen, recordings.names().get("posts.revised").asLong());
        settings(seen.settings());
    }

    private void load(Recordings recordings) {
        var options = new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, true);
        try (var file = Files.newInputStream(recordings.export())) {
            var id = imports.start("seed.xml", file, options, null, Site.OWNER).id();
            jobs.runDue();
            var done = imports.get(id, Site.OWNER);
            assertThat(done.status())
                    .as("import: %s", done.failure())
                    .isEqualTo(ImportStatus.COMPLETED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void user(long id, JsonNode seen) {
        var login = seen.path("username").asText(seen.get("slug").asText());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (users.findByLogin(login).isEmpty()) {
                                users.create(
                                        new ImportedUser(id, login, null, login, Role.SUBSCRIBER));
                            }
                        });
        // Logins name roles, for those of whom no answer tells.
        var told = seen.path("roles").path(0).asText(login.replaceAll("\\d+$", ""));
        var role = ROLES.getOrDefault(told, Role.SUBSCRIBER);
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                accounts.update(
                                        id,
                                        new UserChanges(
                                                told(seen, "name"),
                                                told(seen, "slug"),
                                                told(seen, "description"),
                                                told(seen, "url"),
                                                Change.absent(),
                                                told(seen, "email"),
                                                Change.absent(),
                                                Change.absent()),
                                        ExpectedVersion.ANY,
                                        Site.OWNER.userId()));
        // By its own: no administrator changes the own role.
        database.set("users", "role", role.name(), id);
        columns("users", id, seen, Map.of());
    }

    /** Those of whom no answer tells came right after those before them. */
    private void registrations(Map<Long, ? extends JsonNode> users) {
        var last = "";
        for (var user : users.entrySet()) {
            last = user.getValue().path("registered_date").asText(last);
            database.set("users", "created_at", OffsetDateTime.parse(last), user.getKey());
        }
    }

    private static Change<String> told(JsonNode seen, String field) {
        var text = seen.path(field).asText("");
        return text.isEmpty() ? Change.absent() : Change.to(text);
    }

    private void comment(JsonNode seen) {
        var source = seen.get("content").get("raw").asText();
        var comment =
                new ImportedComment(
                        seen.get("id").asLong(),
                        seen.get("post").asLong(),
                        null,
                        null,
                        seen.get("author_name").asText(),
                        seen.get("author_email").asText(),
                        seen.get("author_url").asText(),
                        CommentType.COMMENT,
                        CommentStatus.SPAM,
                        source,
                        seen.get("author_ip").asText(),
                        OffsetDateTime.parse(seen.get("date_gmt").asText() + "Z").toInstant());
        QuarkusTransaction.requiringNew()
                .run(() -> comments.add(Map.of(comment, CommentImport.render(source))));
    }

    /** Waits for the history of posts in the core: {@link Seen#revisions} tells what to add. */
    private void revisions(Seen seen, long post) {
        assertThat(seen.revisions(post)).isNotEmpty();
    }

    private void settings(JsonNode seen) {
        columns("site_settings", 1, seen, Map.of("timezone", "time_zone"));
    }

    /**
     * Sets what was seen and a column of the same name, or of the given one, can hold; the import
     * and the services have set the others.
     */
    private void columns(String table, long id, JsonNode seen, Map<String, String> names) {
        var values = new HashMap<String, Object>();
        for (var field : seen.properties()) {
            var value = field.getValue();
            if (value.isTextual() && !value.asText().isEmpty()) {
                values.put(field.getKey(), value.asText());
            } else if (value.isInt()) {
                values.put(field.getKey(), value.asInt());
            } else if (value.isBoolean()) {
                values.put(field.getKey(), value.asBoolean());
            }
        }
        values.keySet().removeAll(SET_BY_SERVICES);
        values.forEach(
                (field, value) -> {
                    var column = names.getOrDefault(field, field);
                    if (database.hasColumn(table, column)) {
                        database.set(table, column, value, id);
                    }
                });
    }
}
