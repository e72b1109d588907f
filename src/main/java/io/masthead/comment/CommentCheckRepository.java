package io.masthead.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CommentCheckRepository implements PanacheRepository<CommentCheck> {}
