package io.masthead.imports;

import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.RecordHash;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrAuthor;
import io.masthead.text.Slugs;
import io.masthead.text.TextRules;
import io.masthead.user.ImportedUser;
import io.masthead.user.Person;
import io.masthead.user.User;
import io.masthead.user.UserImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Maps the authors of the export to users, and creates missing ones. */
@ApplicationScoped
class AuthorWriter {

    private static final int MAX_LOGIN = 60;
    private static final int MAX_NAME = 250;

    /** The user, and whether it was created. */
    private record Account(long id, boolean created) {}

    private final UserImport users;
    private final ImportMappings mappings;

    AuthorWriter(UserImport users, ImportMappings mappings) {
        this.users = users;
        this.mappings = mappings;
    }

    /** Reads the mappings of these authors in advance. */
    void prefetch(ImportContext context, List<PreparedRecord.Author> records) {
        var keys = new HashSet<String>();
        for (var record : records) {
            keys.add("login:" + record.author().login());
            keys.add("id:" + record.author().id());
        }
        mappings.prefetch(context, ImportMappings.USER, keys);
    }

    void write(ImportContext context, PreparedRecord.Author record, ImportReport report) {
        var author = record.author();
        if (!isLogin(author.login())) {
            report.skipped(Kinds.USERS);
            report.warn(record, "The login cannot be kept; this author's content is assigned to you.");
            return;
        }
        var listed = "listed:" + author.login();
        if (context.known(listed) != null) {
            return; // each file of an archive may list all authors
        }
        var user = user(context, author, report);
        context.put(listed, user.id());
        if (user.created() || isRenamed(context, author, user.id())) {
            report.written(Kinds.USERS);
        } else {
            report.skipped(Kinds.USERS);
        }
        long id = user.id();
        if (author.id() != null) {
            var key = "id:" + author.id();
            if (mappings.find(context, ImportMappings.USER, key).isEmpty()) {
                mappings.add(context.source(), ImportMappings.USER, key, id);
            }
        }
    }

    private boolean isRenamed(ImportContext context, WxrAuthor author, long id) {
        if (!context.options().update() || author.displayName().isBlank()) {
            return false;
        }
        var key = "login:" + author.login();
        return mappings.isNoted(context.source(), ImportMappings.USER, key)
                && mappings.changed(context.source(), ImportMappings.USER, Map.of(key, RecordHash.of(author)))
                        .containsKey(key)
                && users.rename(id, SourceText.of(author.displayName(), MAX_NAME));
    }

    /** The user for the login that an item names. */
    long creator(ImportContext context, String login, ImportReport report) {
        if (!isLogin(login)) {
            return context.ownerId();
        }
        var known = context.known("user:" + login);
        if (known != null) {
            return known;
        }
        var user = user(context, new WxrAuthor(null, login, "", "", "", ""), report);
        if (user.created()) {
            report.writtenUndeclared(Kinds.USERS);
        }
        return user.id();
    }

    private Account user(ImportContext context, WxrAuthor author, ImportReport report) {
        var key = "login:" + author.login();
        var mapped = mappings.find(context, ImportMappings.USER, key);
        var user = mapped.map(id -> new Account(id, false)).orElseGet(() -> findOrCreate(context, author, report));
        if (mapped.isEmpty()) {
            // Only accounts that an import has made take the names that the exported site gives later.
            var hash = user.created() ? RecordHash.of(author) : null;
            mappings.add(context.source(), ImportMappings.USER, key, user.id(), hash);
            keepAddress(author, user.id(), report);
        } else {
            warnOfOtherChoice(context, author, user.id(), report);
        }
        context.put("user:" + author.login(), user.id());
        return user;
    }

    private void keepAddress(WxrAuthor author, long id, ImportReport report) {
        if (!users.keepAddress(id, author.login())) {
            report.warn(
                    Kinds.USERS,
                    author.login(),
                    author.displayName(),
                    "The page of this author has another address now: another user here has the slug \"%s\"."
                            .formatted(Slugs.from(author.login())));
        }
    }

    private void warnOfOtherChoice(ImportContext context, WxrAuthor author, long id, ImportReport report) {
        var chosen = context.options().users().get(author.login());
        if (chosen != null
                && context.known("user:" + author.login()) == null
                && users.findByLogin(chosen).filter(user -> user.id() == id).isEmpty()) {
            report.warn(
                    Kinds.USERS,
                    author.login(),
                    author.displayName(),
                    "An earlier import assigned another user to this author, which stays so.");
        }
    }

    private Account findOrCreate(ImportContext context, WxrAuthor author, ImportReport report) {
        var meant = context.options().users().getOrDefault(author.login(), author.login());
        var existing = users.findByLogin(meant).map(User::id);
        if (existing.isPresent()) {
            return new Account(existing.get(), false);
        }
        if (!meant.equals(author.login())) {
            report.warn(
                    Kinds.USERS,
                    author.login(),
                    author.displayName(),
                    "There is no user \"%s\" for this author.".formatted(meant));
        }
        var user = users.create(new ImportedUser(
                SourceIds.isUsable(author.id()) ? author.id() : null,
                author.login(),
                author.email().isEmpty() ? null : author.email(),
                SourceText.of(author.displayName(), MAX_NAME),
                context.options()
                        .roles()
                        .getOrDefault(author.login(), context.options().defaultRole()),
                new Person(
                        SourceText.of(author.firstName().strip(), MAX_NAME),
                        SourceText.of(author.lastName().strip(), MAX_NAME),
                        "",
                        "")));
        if (!author.email().isEmpty() && user.email() == null) {
            report.warn(
                    Kinds.USERS,
                    author.login(),
                    author.displayName(),
                    "The e-mail address was left out: it is malformed, or another account has it.");
        }
        return new Account(user.id(), true);
    }

    private static boolean isLogin(String login) {
        return !login.isBlank() && TextRules.isStorable(login) && TextRules.codePoints(login) <= MAX_LOGIN;
    }
}
