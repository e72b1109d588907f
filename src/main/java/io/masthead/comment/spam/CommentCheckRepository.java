package io.masthead.comment.spam;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CommentCheckRepository implements PanacheRepository<CommentCheck> {}
