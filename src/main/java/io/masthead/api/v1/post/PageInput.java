package io.masthead.api.v1.post;

import io.masthead.api.v1.http.InstantCodec;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Patch;
import io.masthead.post.PostPatchRules;
import io.masthead.post.PostStatus;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.Slugs;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page as a client writes it: all of a new one, or a merge patch of one there is. */
@Schema(
        name = "PageInput",
        description = "A page to create or change. In a PATCH, absent fields are unchanged (RFC 7396).")
record PageInput(
        @Schema(maxLength = PostPatchRules.MAX_TITLE, description = "Plain text.", examples = "The ferry is back")
        Patch<String> title,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = Slugs.ALLOWED + "; null, or none, to make one"
                        + " from the title. That of a draft follows the title until one is chosen.",
                examples = "the-ferry-is-back")
        Patch<String> slug,

        Patch<ContentInput> content,

        @Schema(
                nullable = true,
                maxLength = PostPatchRules.MAX_EXCERPT,
                description = "Null to derive it from the text.",
                examples = "After two winters the ferry runs again.")
        Patch<String> excerpt,

        @Schema(
                enumeration = Inputs.STATUSES,
                defaultValue = "draft",
                examples = "published",
                description = "'scheduled' needs a 'publishedAt' in the future.")
        Patch<PostStatus> status,

        @Schema(
                nullable = true,
                maxLength = PostPatchRules.MAX_PASSWORD,
                description = "The password that readers must send in X-Post-Password; null for none.",
                examples = "open sesame")
        Patch<String> password,

        @Schema(
                format = "date-time",
                nullable = true,
                description = "Defaults to the time of publication.",
                examples = "2026-05-04T07:00:00Z")
        Patch<String> publishedAt,

        @Schema(minimum = "1", description = "Defaults to the caller.", examples = "2")
        Patch<Long> authorId,

        @Schema(nullable = true, minimum = "1", examples = "40")
        Patch<Long> featuredMediaId,

        @Schema(description = "Defaults to the site setting.", examples = "true")
        Patch<Boolean> commentsOpen,

        @Schema(description = "Defaults to the site setting.", examples = "false")
        Patch<Boolean> pingsOpen,

        @Schema(nullable = true, maxLength = PostPatchRules.MAX_TEMPLATE, examples = "wide")
        Patch<String> template,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                maxProperties = CustomFields.MAX_NAMES,
                nullable = true,
                description = "A JSON object with at most 100 names and 65,536 characters; a PATCH merges it into the"
                        + " current one.",
                examples = "{\"rating\": 4}")
        Patch<Map<String, Object>> customFields,

        @Schema(
                nullable = true,
                minimum = "1",
                description = "The id of the parent page; null for none.",
                examples = "30")
        Patch<Long> parentId,

        @Schema(
                minimum = "-" + PostPatchRules.MAX_MENU_ORDER,
                maximum = "" + PostPatchRules.MAX_MENU_ORDER,
                defaultValue = "0",
                examples = "0")
        Patch<Integer> menuOrder)
        implements PostEndpoint.Input {

    @Override
    public PostPatch toChanges() {
        var text = Inputs.content(content);
        return PostPatch.builder()
                .title(title)
                .slug(slug)
                .source(text.source())
                .contentFormat(text.format())
                .excerpt(excerpt)
                .status(status)
                .password(password)
                .publishedAt(InstantCodec.read("publishedAt", publishedAt))
                .authorId(authorId)
                .featuredMediaId(featuredMediaId)
                .commentsOpen(commentsOpen)
                .pingsOpen(pingsOpen)
                .template(template)
                .customFields(customFields)
                .parentId(parentId)
                .menuOrder(menuOrder)
                .build();
    }
}
