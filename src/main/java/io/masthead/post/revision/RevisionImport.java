package io.masthead.post.revision;

import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Imports revisions of existing posts with their ids. Only {@code imports} may call it, in its transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RevisionImport {

    private final RevisionRepository revisions;

    RevisionImport(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    public void add(List<ImportedRevision> imported) {
        for (var item : imported) {
            var author = item.authorId() == null
                    ? null
                    : revisions.getEntityManager().getReference(User.class, item.authorId());
            revisions.add(new RevisionView(
                    new Revision(item.id(), item.postId(), item.kind(), author, item.createdAt(), item.content()),
                    new RevisionBody(item.id(), item.content())));
        }
        revisions.updateCounts(
                imported.stream().map(ImportedRevision::postId).distinct().toList());
    }
}
