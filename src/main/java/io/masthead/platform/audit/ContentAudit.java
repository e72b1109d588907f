package io.masthead.platform.audit;

import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.EventConsumer;
import io.masthead.platform.event.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/**
 * Records who changed which post, page, term, media, menu, setting or import. Users and comments record their actions
 * themselves, with causes and reasons.
 */
@ApplicationScoped
class ContentAudit implements EventConsumer {

    private final AuditRepository entries;

    ContentAudit(AuditRepository entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void consume(List<StoredEvent> events) {
        entries.insert(events.stream()
                .filter(event -> isRecorded(event.change()))
                .map(ContentAudit::entry)
                .toList());
    }

    /**
     * Imported items are not recorded, since the import is; neither are changes that only follow from another
     * one, as of the posts of a deleted category.
     */
    private static boolean isRecorded(ContentChanged change) {
        return switch (change.subject()) {
            case POST, PAGE, CATEGORY, TAG, MEDIA, MENU, PATTERN, SETTINGS, IMPORT, REDIRECT ->
                change.actorId() == null
                        ? change.action() != ChangeAction.CREATED && change.status() != null
                        : change.action() != ChangeAction.UPDATED || change.version() > 0;
            case COMMENT, USER, CREDENTIAL, UNKNOWN -> false;
        };
    }

    private static AuditEntry entry(StoredEvent event) {
        var change = event.change();
        var status = change.status();
        var record = new AuditRecord(
                change.actorId(),
                word(change.subject()),
                change.id(),
                word(change.action()),
                change.actorId() == null ? "rule" : "person",
                "",
                null);
        return new AuditEntry(
                record, event.at(), status == null ? null : status.before(), status == null ? null : status.after());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
