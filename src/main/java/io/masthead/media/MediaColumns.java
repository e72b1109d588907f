package io.masthead.media;

import io.masthead.media.image.FocalPoint;
import io.masthead.platform.db.JsonObjectConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Map;

/** What editors add to a file, and the times of a media item; {@link Media} has all else. */
@MappedSuperclass
abstract class MediaColumns {

    private String credit = "";

    @Column(name = "focal_x")
    private Double focalX;

    @Column(name = "focal_y")
    private Double focalY;

    @Convert(converter = JsonObjectConverter.class)
    @Column(name = "custom_fields")
    private Map<String, Object> customFields;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    void setCredit(String newCredit) {
        this.credit = newCredit;
    }

    /** @param point null for none */
    void setFocalPoint(FocalPoint point) {
        this.focalX = point == null ? null : point.x();
        this.focalY = point == null ? null : point.y();
    }

    /** @param fields checked */
    void setCustomFields(Map<String, Object> fields) {
        this.customFields = fields.isEmpty() ? null : fields;
    }

    void setDates(Instant created, Instant updated) {
        this.createdAt = created;
        this.updatedAt = updated;
    }

    void setCreatedAt(Instant upload) {
        this.createdAt = upload;
    }

    void touch(Instant now) {
        this.updatedAt = now;
    }

    /** Whose work it is, clean inline HTML; may be empty. */
    public String credit() {
        return credit;
    }

    /** Null for none. */
    public FocalPoint focalPoint() {
        return focalX == null || focalY == null ? null : new FocalPoint(focalX, focalY);
    }

    /** All custom fields. */
    public Map<String, Object> customFields() {
        return customFields == null ? Map.of() : customFields;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
