package io.masthead.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;

/** An item as it is stored; {@link MenuNode} is what readers see of it. */
@Entity
@Table(name = "menu_item")
public class MenuItem {

    @Id
    private Long id;

    @Column(name = "menu_id", updatable = false)
    private long menuId;

    @Column(name = "parent_id")
    private Long parentId;

    private int position;
    private String label;

    @Enumerated(EnumType.STRING)
    private MenuItemKind kind;

    private String url;

    @Column(name = "thing_id")
    private Long thingId;

    private String target;
    private String title;
    private String classes;
    private String rel;
    private String description;

    protected MenuItem() {} // for Hibernate

    MenuItem(long id, long menuId, MenuItemFields fields) {
        this.id = id;
        this.menuId = menuId;
        write(fields);
    }

    /**
     * @param newPosition siblings are ordered by it, and then by id
     * @return whether anything has changed
     */
    boolean place(Long newParentId, int newPosition) {
        var changes = newPosition != position || !Objects.equals(newParentId, parentId);
        this.parentId = newParentId;
        this.position = newPosition;
        return changes;
    }

    /**
     * @param fields with neither a URL nor a reference to keep waiting for what it refers to
     * @return whether anything has changed
     */
    boolean write(MenuItemFields fields) {
        if (kind != null && fields.equals(fields())) {
            return false;
        }
        this.label = fields.label();
        if (!isWaiting() || fields.url() != null || fields.reference() != null) {
            this.kind = fields.kind();
            this.url = fields.url();
            this.thingId =
                    fields.reference() == null ? null : fields.reference().id();
        }
        this.target = fields.target();
        this.title = fields.title();
        this.classes = String.join(" ", fields.classes());
        this.rel = String.join(" ", fields.rel());
        this.description = fields.description();
        return true;
    }

    /** Makes a new item wait for what it refers to, which is not imported yet. */
    void await(MenuItemKind newKind) {
        this.kind = newKind;
    }

    /** Whether what it refers to is not imported yet. */
    public boolean isWaiting() {
        return kind != null && kind.isReference() && thingId == null;
    }

    void refer(long newThingId) {
        this.thingId = newThingId;
    }

    /** What it says, as it was written. */
    public MenuItemFields fields() {
        return new MenuItemFields(label, url, reference(), target, title, classes(), rel(), description);
    }

    public Long id() {
        return id;
    }

    public long menuId() {
        return menuId;
    }

    /** Null at the root of the tree. */
    public Long parentId() {
        return parentId;
    }

    public int position() {
        return position;
    }

    /** Its own one; null if it has that of what it refers to. */
    public String ownLabel() {
        return label;
    }

    public MenuItemKind kind() {
        return kind;
    }

    /** Null unless it is a link. */
    public String ownUrl() {
        return url;
    }

    /** Null for a link, and while what it refers to is not imported. */
    public MenuReference reference() {
        return thingId == null ? null : new MenuReference(kind, thingId);
    }

    /** As HTML's attribute {@code target}; empty for the same tab. */
    public String target() {
        return target;
    }

    /** The tooltip; may be empty. */
    public String title() {
        return title;
    }

    public List<String> classes() {
        return words(classes);
    }

    public List<String> rel() {
        return words(rel);
    }

    /** Plain text; may be empty. */
    public String description() {
        return description;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
