package io.masthead.imports;

import io.masthead.imports.item.CustomFieldsOf;
import io.masthead.imports.item.SourceText;
import io.masthead.imports.wxr.WxrComment;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.imports.wxr.WxrTerm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields of supported records that are not imported: each is reported once, with a count. */
final class UnmappedFieldReport {

    private static final String FIELDS = "fields";
    private static final int MAX_NAMES = 100;
    private static final int MAX_NAME = 200;

    /** Fields that are read, and fields that WordPress maintains for itself. */
    private static final Set<String> EXPECTED = Set.of(
            "_menu_item_classes",
            "_menu_item_menu_item_parent",
            "_menu_item_object",
            "_menu_item_object_id",
            "_menu_item_orphaned",
            "_menu_item_target",
            "_menu_item_type",
            "_menu_item_url",
            "_menu_item_xfn",
            "_edit_last",
            "_edit_lock",
            "_encloseme",
            "_pingme",
            "_thumbnail_id",
            "_trackbackme",
            "_wp_attached_file",
            "_wp_attachment_backup_sizes",
            "_wp_attachment_image_alt",
            "_wp_attachment_metadata",
            "_wp_desired_post_slug",
            "_wp_old_date",
            "_wp_old_slug",
            "_wp_page_template",
            "_wp_trash_meta_comments_status",
            "_wp_trash_meta_status",
            "_wp_trash_meta_time");

    private final Map<String, Integer> ofItems = new TreeMap<>();
    private final Map<String, Integer> ofComments = new TreeMap<>();
    private final Map<String, Integer> ofTerms = new TreeMap<>();
    private final Map<String, Integer> ofMenuItems = new TreeMap<>();

    void note(WxrItem item) {
        noteHidden(item.meta(), ofItems);
        for (WxrComment comment : item.comments()) {
            note(comment.meta(), ofComments);
        }
    }

    /** Items of menus have no custom fields here, hidden or not. */
    void noteMenuItem(WxrItem item) {
        note(item.meta(), ofMenuItems);
    }

    void note(WxrTerm term) {
        noteHidden(term.meta(), ofTerms);
    }

    void report(ImportReport report) {
        report(ofItems, "posts, pages or media have this hidden field", report);
        report(ofComments, "comments have this field", report);
        report(ofTerms, "categories or tags have this hidden field", report);
        report(ofMenuItems, "items of menus have this field", report);
    }

    private static void report(Map<String, Integer> counts, String what, ImportReport report) {
        counts.forEach((name, count) -> report.warn(
                FIELDS, name, "", "It was left out: %d %s, which is not supported here.".formatted(count, what)));
    }

    /** All others become custom fields. */
    private static void noteHidden(List<WxrMeta> fields, Map<String, Integer> counts) {
        fields.stream().filter(meta -> meta.key().startsWith("_")).forEach(meta -> count(meta, counts));
    }

    private static void note(List<WxrMeta> fields, Map<String, Integer> counts) {
        fields.forEach(meta -> count(meta, counts));
    }

    private static void count(WxrMeta meta, Map<String, Integer> counts) {
        var name = SourceText.of(meta.key(), MAX_NAME);
        var ownNote = EXPECTED.contains(name)
                || name.startsWith("_oembed_")
                || name.startsWith("akismet_")
                || CustomFieldsOf.isRead(meta.key(), meta.value());
        if (!ownNote && (counts.containsKey(name) || counts.size() < MAX_NAMES)) {
            counts.merge(name, 1, Integer::sum);
        }
    }
}
