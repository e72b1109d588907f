package io.masthead.api.v1.post;

import io.masthead.api.v1.http.InstantCodec;
import io.masthead.kernel.CustomFields;
import io.masthead.kernel.Patch;
import io.masthead.post.PostFormat;
import io.masthead.post.PostPatchRules;
import io.masthead.post.PostStatus;
import io.masthead.post.patch.PostPatch;
import io.masthead.text.Slugs;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post as a client writes it: all of a new one, or a merge patch of one there is. */
@Schema(
        name = "PostInput",
        description = "A post to create or change. In a PATCH, absent fields are unchanged (RFC 7396).")
record PostInput(
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

        @Schema(defaultValue = "false", examples = "false") Patch<Boolean> sticky,

        @Schema(defaultValue = "standard", examples = "standard")
        Patch<PostFormat> format,

        @Schema(nullable = true, maxLength = PostPatchRules.MAX_TEMPLATE, examples = "wide")
        Patch<String> template,

        @Schema(
                maxItems = PostPatchRules.MAX_TERMS,
                description = "Ids; the default category if this and 'categories' are absent in a new post.",
                examples = "[4]")
        Patch<List<Long>> categoryIds,

        @Schema(maxItems = PostPatchRules.MAX_TERMS, description = "Ids.", examples = "[7, 9]")
        Patch<List<Long>> tagIds,

        @Schema(
                maxItems = PostPatchRules.MAX_TERMS,
                description = "Names, ignoring case, or slugs of categories; in addition to 'categoryIds'.",
                examples = "[\"News\"]")
        Patch<List<String>> categories,

        @Schema(
                maxItems = PostPatchRules.MAX_TERMS,
                description = "Names, ignoring case, or slugs of tags; in addition to 'tagIds'.",
                examples = "[\"Harbour\"]")
        Patch<List<String>> tags,

        @Schema(
                defaultValue = "false",
                description = "Whether to create those of 'categories' and 'tags' that do not exist. Contributors and"
                        + " above create tags, editors and above categories.",
                examples = "true")
        Patch<Boolean> createTerms,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                maxProperties = CustomFields.MAX_NAMES,
                nullable = true,
                description = "A JSON object with at most 100 names and 65,536 characters; a PATCH merges it into the"
                        + " current one.",
                examples = "{\"rating\": 4}")
        Patch<Map<String, Object>> customFields)
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
                .sticky(sticky)
                .format(format)
                .template(template)
                .categoryIds(categoryIds)
                .tagIds(tagIds)
                .categories(categories)
                .tags(tags)
                .createTerms(createTerms)
                .customFields(customFields)
                .build();
    }
}
