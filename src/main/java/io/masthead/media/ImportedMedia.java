package io.masthead.media;

import io.masthead.user.User;
import java.time.Instant;
import java.util.Map;

/**
 * An attachment as it was at another site; its file stays where it is.
 *
 * @param id the original one, kept if it is free; null for any
 * @param slug null to make one from the title
 * @param sourceUrl the http or https URL of the file
 * @param caption HTML
 * @param description HTML
 * @param width in pixels; null if unknown
 * @param height in pixels; null if unknown
 * @param fileSize in bytes; null if unknown
 * @param postId the post it was uploaded to; null for none
 * @param customFields within the limits of custom fields
 */
public record ImportedMedia(
        Long id,
        String title,
        String slug,
        String mimeType,
        String sourceUrl,
        String altText,
        String caption,
        String description,
        Integer width,
        Integer height,
        Long fileSize,
        User author,
        Long postId,
        String guid,
        Instant createdAt,
        Instant updatedAt,
        Map<String, Object> customFields) {

    /** Without custom fields. */
    public ImportedMedia(
            Long id,
            String title,
            String slug,
            String mimeType,
            String sourceUrl,
            String altText,
            String caption,
            String description,
            Integer width,
            Integer height,
            Long fileSize,
            User author,
            Long postId,
            String guid,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                title,
                slug,
                mimeType,
                sourceUrl,
                altText,
                caption,
                description,
                width,
                height,
                fileSize,
                author,
                postId,
                guid,
                createdAt,
                updatedAt,
                Map.of());
    }
}
