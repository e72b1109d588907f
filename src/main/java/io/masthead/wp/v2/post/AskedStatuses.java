package io.masthead.wp.v2.post;

import io.masthead.post.PostType;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether a list may be asked for some statuses: published ones by everybody, others by those who
 * write at all, private ones by those who may read them. What of them the caller sees is decided
 * elsewhere.
 */
final class AskedStatuses implements Schema.Check {

    private final PostType type;
    private final Schema statuses;

    AskedStatuses(PostType type, Schema statuses) {
        this.type = type;
        this.statuses = statuses;
    }

    @Override
    public Object check(String name, Object value, WpRequest request) throws ParameterFault {
        var asked = new ArrayList<String>();
        for (var word : words(value)) {
            var mayAsk = request.actor().can(type.edit())
                    || (word.equals("private") && request.actor().can(type.readPrivate()));
            if (!word.equals("publish") && !mayAsk) {
                throw new ParameterFault(
                        "rest_forbidden_status",
                        "Status is forbidden.",
                        Map.of("status", WpErrors.forbidden(request.actor())));
            }
            statuses.check(name, List.of(word));
            asked.add(word);
        }
        return asked;
    }

    private static List<String> words(Object value) {
        if (value instanceof Map<?, ?> map) {
            return words(map.values());
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return Arrays.stream(String.valueOf(value).split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
