package io.masthead.api.v1.media;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.media.MediaFilter;
import io.masthead.media.MediaQuery;
import io.masthead.media.MediaSort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of media. */
record MediaListParams(
        @QueryParam("search")
        @Parameter(
                description = "Finds media whose title or alternative text contains all words, in any order. Double"
                        + " quotes enclose a phrase. Case, accents and typographic characters are ignored.",
                example = "ferry")
        String search,

        @QueryParam("type")
        @Parameter(
                description = "A media type such as image/png, or a top-level type such as image.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                minLength = 1,
                                maxLength = MediaListParams.MAX_TYPE,
                                examples = "image"))
        String type,

        @QueryParam("post")
        @Parameter(
                description = "The id of the post or page to which the media were uploaded.",
                schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", examples = "12"))
        String post,

        @QueryParam("author")
        @Parameter(
                description = "Slugs of authors, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "ada-quill"))
        List<String> author,

        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = SORTS,
                                defaultValue = "-created",
                                examples = "title"))
        String sort) {

    private static final String SORTS = "created,title,id";
    private static final int MAX_TYPE = 127;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]+(/[a-z0-9.+-]+)?");

    MediaQuery toQuery(PagingParams paging) {
        var in = new ParameterReader();
        var order = in.sort(sort, SORTS, MediaSort.CREATED, true);
        var wantedType = type(in);
        var isFamily = wantedType != null && !wantedType.contains("/");
        var wantedPost = in.id("post", post);
        var filter = MediaFilter.builder()
                .search(in.wordSearch("search", search))
                .families(isFamily ? List.of(wantedType) : List.of())
                .types(wantedType == null || isFamily ? List.of() : List.of(wantedType))
                .postIds(wantedPost == null ? List.of() : List.of(wantedPost))
                .authors(in.values("author", author))
                .build();
        var query = new MediaQuery(filter, order.key(), order.descending(), paging.read(in));
        in.throwIfAny();
        return query;
    }

    /** In lower case, since media types are the same in any (RFC 6838 section 4.2). */
    private String type(ParameterReader in) {
        if (type == null) {
            return null;
        }
        var wanted = type.toLowerCase(Locale.ROOT);
        if (wanted.length() > MAX_TYPE || !TYPE.matcher(wanted).matches()) {
            in.refuse(
                    "type",
                    "invalid_media_type",
                    "'type' must be a media type such as image/png, or a family such as image.");
            return null;
        }
        return wanted;
    }
}
