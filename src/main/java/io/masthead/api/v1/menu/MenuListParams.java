package io.masthead.api.v1.menu;

import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.menu.MenuFilter;
import io.masthead.menu.MenuQuery;
import io.masthead.menu.MenuRules;
import io.masthead.menu.MenuSort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of menus. */
record MenuListParams(
        @QueryParam("place")
        @Parameter(
                description = "Only the menu at this place; an empty list if there is none.",
                schema = @Schema(type = SchemaType.STRING, maxLength = MenuRules.MAX_PLACE, examples = "primary"))
        String place,

        @QueryParam("slug")
        @Parameter(
                description = "Slugs, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "main-menu"))
        List<String> slug,

        @QueryParam("search")
        @Parameter(
                description = "Finds those whose name contains all words, in any order. Double quotes enclose a phrase."
                        + " Case, accents and typographic characters are ignored.",
                example = "main")
        String search,

        @QueryParam("include")
        @Parameter(
                description = "Further fields of each menu.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, enumeration = INCLUDES, examples = INCLUDES))
        List<String> include,

        @QueryParam("sort")
        @Parameter(
                description = "The sort key; a leading '-' reverses the order.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = SORTS,
                                defaultValue = "name",
                                examples = "-name"))
        String sort) {

    private static final String SORTS = "name,id";
    private static final String INCLUDES = "items";

    MenuQuery toQuery(PagingParams paging) {
        var in = new ParameterReader();
        var order = in.sort(sort, SORTS, MenuSort.NAME, false);
        if (place != null && !MenuRules.isPlace(place)) {
            in.refuse(
                    "place",
                    "invalid_place",
                    "'place' must have 1 to %d Latin letters, digits, hyphens and underscores."
                            .formatted(MenuRules.MAX_PLACE));
        }
        var query = new MenuQuery(
                new MenuFilter(place, in.wordSearch("search", search), in.values("slug", slug), null, List.of()),
                order.key(),
                order.descending(),
                paging.read(in),
                in.words("include", include, INCLUDES).contains(INCLUDES));
        in.throwIfAny();
        return query;
    }
}
