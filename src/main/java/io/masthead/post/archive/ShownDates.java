package io.masthead.post.archive;

import io.masthead.setting.TimeZoneChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps the dates that published posts show, and that their URLs contain, when the site gets another time zone. One
 * statement for each change of the clock between the first post and the last.
 */
@ApplicationScoped
class ShownDates {

    private final ShownDateRepository dates;

    ShownDates(ShownDateRepository dates) {
        this.dates = dates;
    }

    void onChange(@Observes TimeZoneChanged change) {
        var rules = change.former().getRules();
        dates.period().ifPresent(period -> {
            var from = period.first();
            while (from != null && !from.isAfter(period.last())) {
                var next = rules.nextTransition(from);
                var until = next == null ? null : next.getInstant();
                dates.keep(from, until, rules.getOffset(from));
                from = until;
            }
        });
    }
}
