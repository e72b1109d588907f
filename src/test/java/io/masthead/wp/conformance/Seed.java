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
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.platform.job.JobRunner;
import io.masthead.post.PostContent;
import io.masthead.post.revision.ImportedRevision;
import io.masthead.post.revision.RevisionImport;
import io.masthead.post.revision.RevisionKind;
import io.masthead.text.ContentFormat;
import io.masthead.user.FirstAdministrator;
import io.masthead.user.ImportedUser;
import io.masthead.user.Role;
import io.masthead.user.UserAccounts;
import io.masthead.user.UserImport;
import io.masthead.user.UserPatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Makes the content on which was recorded: by the import, and what an export does not carry by the
 * ways that imports have.
 */
@Singleton
class Seed {

    private static final Map<String, Role> ROLES = Map.of(
            "administrator", Role.ADMINISTRATOR,
            "editor", Role.EDITOR,
            "author", Role.AUTHOR,
            "contributor", Role.CONTRIBUTOR,
            "subscriber", Role.SUBSCRIBER);

    private final FirstAdministrator administrator;
    private final ImportService imports;
    private final JobRunner jobs;
    private final UserImport users;
    private final UserAccounts accounts;
    private final CommentImport comments;
    private final RevisionImport revisions;
    private final Snapshots database;

    Seed(
            FirstAdministrator administrator,
            ImportService imports,
            JobRunner jobs,
            UserImport users,
            UserAccounts accounts,
            CommentImport comments,
            RevisionImport revisions,
            Snapshots database) {
        this.administrator = administrator;
        this.imports = imports;
        this.jobs = jobs;
        this.users = users;
        this.accounts = accounts;
        this.comments = comments;
        this.revisions = revisions;
        this.database = database;
    }

    /** Fills a database that has just been migrated. */
    void sow(Recordings recordings) {
        var seen = new Seen(recordings);
        QuarkusTransaction.requiringNew().run(administrator::add);
        notExported(recordings, seen.users());
        load(recordings);
        seen.users().forEach(this::user);
        registrations(seen.users());
        comment(seen.comments().get(recordings.names().get("comments.c3_spam").asLong()));
        seen.comments()
                .forEach((id, comment) -> keep("comment", id, comment, Map.of("author_user_agent", "user_agent")));
        revisions(seen.revisions(recordings.names().get("posts.revised").asLong()));
        settings(seen.settings());
    }

    private void load(Recordings recordings) {
        var options = new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, true);
        try (var file = Files.newInputStream(recordings.export())) {
            var id = imports.start("seed.xml", file, options, null, Site.OWNER).id();
            jobs.runDue();
            var done = imports.get(id, Site.OWNER);
            assertThat(done.status()).as("import: %s", done.failure()).isEqualTo(ImportStatus.COMPLETED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those without posts, of whom an export does not tell: they have to be there before it, so
     * that their comments find them.
     */
    private void notExported(Recordings recordings, Map<Long, ? extends JsonNode> users) {
        var exported = recordings.exportText();
        users.forEach((id, seen) -> {
            if (!exported.contains("<![CDATA[" + login(seen) + "]]></wp:author_login>")
                    && !id.equals(Site.OWNER.userId())) {
                create(id, seen);
            }
        });
    }

    private void create(long id, JsonNode seen) {
        var login = login(seen);
        QuarkusTransaction.requiringNew()
                .run(() -> users.create(
                        new ImportedUser(id, login, seen.path("email").asText(null), login, Role.SUBSCRIBER)));
    }

    private static String login(JsonNode seen) {
        return seen.path("username").asText(seen.get("slug").asText());
    }

    private void user(long id, JsonNode seen) {
        var login = login(seen);
        if (QuarkusTransaction.requiringNew()
                .call(() -> users.findByLogin(login))
                .isEmpty()) {
            create(id, seen);
        }
        // Logins name roles, for those of whom no answer tells.
        var told = seen.path("roles").path(0).asText(login.replaceAll("\\d+$", ""));
        var role = ROLES.getOrDefault(told, Role.SUBSCRIBER);
        QuarkusTransaction.requiringNew()
                .run(() -> accounts.update(
                        id,
                        new UserPatch(
                                told(seen, "name"),
                                told(seen, "slug"),
                                told(seen, "description"),
                                told(seen, "url"),
                                Patch.absent(),
                                told(seen, "email"),
                                Patch.absent(),
                                Patch.absent()),
                        ExpectedVersion.ANY,
                        Site.OWNER.userId()));
        // By its own: no administrator changes the own role.
        database.set("users", "role", role.name(), id);
        if (seen.has("registered_date")) {
            database.set(
                    "users",
                    "created_at",
                    OffsetDateTime.parse(seen.get("registered_date").asText()),
                    id);
        }
        keep(
                "users",
                id,
                seen,
                Map.of(
                        "first_name", "first_name",
                        "last_name", "last_name",
                        "nickname", "nickname",
                        "locale", "locale"));
    }

    /** Those of whom no answer tells came right after those before them. */
    private void registrations(Map<Long, ? extends JsonNode> users) {
        var last = "";
        for (var user : users.entrySet()) {
            last = user.getValue().path("registered_date").asText(last);
            database.set("users", "created_at", OffsetDateTime.parse(last), user.getKey());
        }
    }

    private static Patch<String> told(JsonNode seen, String field) {
        var text = seen.path(field).asText("");
        return text.isEmpty() ? Patch.absent() : Patch.to(text);
    }

    private void comment(JsonNode seen) {
        var source = seen.get("content").get("raw").asText();
        var comment = new ImportedComment(
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
                OffsetDateTime.parse(seen.get("date_gmt").asText() + "Z").toInstant(),
                null);
        QuarkusTransaction.requiringNew().run(() -> comments.add(Map.of(comment, CommentImport.render(source))));
    }

    private void revisions(Map<Long, ? extends JsonNode> seen) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        revisions.add(seen.values().stream().map(Seed::revision).toList()));
    }

    private static ImportedRevision revision(JsonNode seen) {
        var excerpt = seen.get("excerpt").get("raw").asText();
        return new ImportedRevision(
                seen.get("id").asLong(),
                seen.get("parent").asLong(),
                RevisionKind.REVISION,
                seen.get("author").asLong(),
                OffsetDateTime.parse(seen.get("date_gmt").asText() + "Z").toInstant(),
                new PostContent(
                        seen.get("title").get("raw").asText(),
                        null,
                        ContentFormat.WORDPRESS,
                        seen.get("content").get("raw").asText(),
                        excerpt.isEmpty() ? null : excerpt));
    }

    /** Other settings are as every site has them, or came with the export. */
    private void settings(JsonNode seen) {
        keep("site_settings", 1, seen, Map.of("email", "admin_email"));
    }

    /**
     * Keeps what no service takes.
     *
     * @param columns where each field is kept; a column that is not there yet is left out
     */
    private void keep(String table, long id, JsonNode seen, Map<String, String> columns) {
        columns.forEach((field, column) -> {
            var text = seen.path(field).asText("");
            if (!text.isEmpty() && database.hasColumn(table, column)) {
                database.set(table, column, text, id);
            }
        });
    }
}
