package io.masthead.api.v1.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.kernel.Cursor;
import io.masthead.kernel.Page;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a list. */
public record ListJson<T>(List<T> items, PageInfoJson page) implements Representation {

    /** The position of the page in its list. */
    @Schema(name = "PageInfo", description = "The position of a page in its list.")
    record PageInfoJson(
            @Schema(description = "The maximum number of items.", examples = "20")
            int limit,

            @Schema(
                    description = "The cursor of the next page; null on the last page.",
                    nullable = true,
                    examples = "cHVibGlzaGVkfDEyfG5leHQ")
            String next,

            @Schema(
                    description = "The cursor of the previous page; null on the first page.",
                    nullable = true,
                    examples = "cHVibGlzaGVkfDEyfHByZXY")
            String prev,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "The number of all items; only with count=true.", examples = "137")
            Long total,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "The number of pages of this limit; only with count=true.", examples = "7")
            Long totalPages) {

        private static PageInfoJson of(Page<?> found) {
            return new PageInfoJson(
                    found.limit(), text(found.next()), text(found.previous()), found.total(), found.totalPages());
        }
    }

    public static <T, R> ListJson<R> of(Page<T> found, Function<? super T, R> mapping) {
        return new ListJson<>(found.items().stream().map(mapping).toList(), PageInfoJson.of(found));
    }

    private static String text(Cursor cursor) {
        return cursor == null ? null : cursor.encode();
    }
}
