package io.masthead.user.recovery;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ResetRequestRepository implements PanacheRepository<ResetRequest> {}
