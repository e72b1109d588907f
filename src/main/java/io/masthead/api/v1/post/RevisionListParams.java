package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.ParameterReader;
import io.masthead.post.PostType;
import io.masthead.post.revision.RevisionFilter;
import io.masthead.post.revision.RevisionKind;
import io.masthead.post.revision.RevisionQuery;
import io.masthead.post.revision.RevisionSort;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of revisions. */
record RevisionListParams(
        @QueryParam("kind")
        @Parameter(
                description = "Kinds, separated by commas.",
                explode = Explode.FALSE,
                schema = @Schema(implementation = RevisionKind.class, examples = "original,revision"))
        List<String> kind) {

    RevisionQuery toQuery(PostType type, Id postId, PagingParams paging) {
        var in = new ParameterReader();
        var query = new RevisionQuery(
                type,
                postId.value(),
                RevisionFilter.ofKinds(in.words(RevisionKind.class, "kind", kind)),
                RevisionSort.DATE,
                true,
                paging.read(in),
                false);
        in.throwIfAny();
        return query;
    }
}
