package io.masthead.user;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class UserSelectionRepository implements PanacheRepository<User> {

    /** One statement where all fit, else two. */
    Page<User> select(UserSelection wanted, Actor actor) {
        if (wanted.isNobody()) {
            return Page.of(List.of(), wanted.limit(), 0L);
        }
        var filter = UserRepository.visibleTo(actor);
        addTo(filter, wanted, actor);
        return wanted.order().isListed() ? listed(filter, wanted) : sorted(filter, wanted);
    }

    private Page<User> sorted(Filter filter, UserSelection wanted) {
        var page = getEntityManager()
                .createQuery(
                        "select u from User u" + filter.where() + wanted.order().by(wanted.descending()), User.class);
        filter.params().forEach(page::setParameter);
        var users = page.setFirstResult(wanted.offset())
                .setMaxResults(wanted.limit())
                .getResultList();
        var isLast = users.size() < wanted.limit() && (wanted.offset() == 0 || !users.isEmpty());
        return Page.of(
                users,
                wanted.limit(),
                isLast ? wanted.offset() + users.size() : count("from User u" + filter.where(), filter.params()));
    }

    /** In memory: there are no more than were listed. */
    private Page<User> listed(Filter filter, UserSelection wanted) {
        var bySlug = wanted.order() == UserOrder.LISTED_SLUGS;
        if (bySlug ? wanted.slugs().isEmpty() : wanted.ids().isEmpty()) {
            return sorted(filter, unlisted(wanted));
        }
        var query = getEntityManager().createQuery("select u from User u" + filter.where(), User.class);
        filter.params().forEach(query::setParameter);
        var users = new ArrayList<>(query.getResultList());
        users.sort(Comparator.comparingInt(user ->
                bySlug ? wanted.slugs().indexOf(user.slug()) : wanted.ids().indexOf(user.id())));
        int from = Math.min(wanted.offset(), users.size());
        int to = (int) Math.min((long) from + wanted.limit(), users.size());
        return Page.of(List.copyOf(users.subList(from, to)), wanted.limit(), (long) users.size());
    }

    private static UserSelection unlisted(UserSelection wanted) {
        return new UserSelection(
                wanted.search(),
                wanted.columns(),
                wanted.slugs(),
                wanted.ids(),
                wanted.exceptIds(),
                wanted.roles(),
                wanted.published(),
                UserOrder.ID,
                wanted.descending(),
                wanted.offset(),
                wanted.limit());
    }

    private static void addTo(Filter filter, UserSelection wanted, Actor actor) {
        filter.and("u.slug in :slugs", "slugs", wanted.slugs())
                .and("u.id in :ids", "ids", wanted.ids())
                .and("u.id not in :except", "except", wanted.exceptIds())
                .and("u.role in :roles", "roles", wanted.roles());
        if (wanted.published()) {
            filter.and("u.publicProfile = true");
        }
        if (wanted.search() != null && !wanted.search().isEmpty()) {
            search(filter, wanted.search(), searched(wanted.columns(), actor));
        }
    }

    /** Of what is hidden from the caller nothing is compared, or it could be guessed. */
    private static Set<UserColumn> searched(Set<UserColumn> columns, Actor actor) {
        return actor.can(Capability.LIST_USERS)
                ? columns
                : columns.stream().filter(UserColumn::isPublic).collect(Collectors.toSet());
    }

    private static void search(Filter filter, String text, Set<UserColumn> columns) {
        var either = new ArrayList<String>();
        var literal = text.replaceAll("([\\\\%_])", "\\\\$1");
        var isNumber = text.matches("\\d{1,18}");
        for (var column : columns) {
            switch (column) {
                case ID -> {
                    if (isNumber) {
                        either.add("u.id = :number");
                    }
                }
                case NAME -> either.add("u.displayName ilike :search escape '\\'");
                case SLUG -> either.add("u.slug ilike :search escape '\\'");
                case URL -> either.add("u.url ilike :search escape '\\'");
                case LOGIN -> either.add("u.login ilike :search escape '\\'");
                case EMAIL -> either.add("u.email ilike :search escape '\\'");
            }
        }
        if (either.isEmpty()) {
            filter.and("1 = 0");
            return;
        }
        var clause = "(" + String.join(" or ", either) + ")";
        filter.and(clause);
        if (clause.contains(":search")) {
            filter.bind("search", "%" + literal + "%");
        }
        if (clause.contains(":number")) {
            filter.bind("number", Long.valueOf(text));
        }
    }
}
