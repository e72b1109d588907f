package io.masthead.wp.rest;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Several writes in one request. Each goes through the whole chain as the same caller, one after
 * the other, and stands by itself: what one did stays where the next is refused.
 */
@Singleton
class BatchRoutes implements WpRoutes {

    private static final Logger LOG = Logger.getLogger(BatchRoutes.class);
    private static final int MULTI_STATUS = 207;

    private final Instance<Dispatcher> dispatcher;

    /**
     * @param dispatcher which knows this route too, so it is there only later
     */
    BatchRoutes(Instance<Dispatcher> dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(Route.in("", "/batch/v1")
                .post(ResourceSchema.of("batch").arguments("run"), Endpoint.Permission.EVERYBODY, this::run));
    }

    private WpAnswer run(WpRequest batch) {
        var requests = ((List<?>) batch.parameters().get("requests"))
                .stream().map(item -> request((Map<?, ?>) item, batch)).toList();
        var refusals = requests.stream().map(dispatcher.get()::refusal).toList();
        if ("require-all-validate".equals(batch.text("validation"))
                && refusals.stream().anyMatch(Objects::nonNull)) {
            var answers = new ArrayList<>();
            refusals.forEach(refusal -> answers.add(refusal == null ? null : WpResponseWriter.enveloped(refusal)));
            var body = new LinkedHashMap<String, Object>();
            body.put("failed", "validation");
            body.put("responses", answers);
            return new WpAnswer(MULTI_STATUS, body, new LinkedHashMap<>());
        }
        var answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            var refusal = refusals.get(i);
            answers.add(WpResponseWriter.enveloped(refusal == null ? dispatch(requests.get(i)) : refusal));
        }
        return new WpAnswer(MULTI_STATUS, Map.of("responses", answers), new LinkedHashMap<>());
    }

    /** A failure is the item's alone: what others did must still be told. */
    private WpAnswer dispatch(WpRequest request) {
        try {
            return dispatcher.get().dispatch(request);
        } catch (RuntimeException e) {
            LOG.error("An item of a batch failed", e);
            return WpAnswer.of(WpError.of(
                    500, "internal_server_error", "Something went wrong here. It has been noted in the log."));
        }
    }

    private static WpRequest request(Map<?, ?> item, WpRequest batch) {
        var address = (String) item.get("path");
        int mark = address.indexOf('?');
        var query = mark < 0 ? null : address.substring(mark + 1);
        var headers = new LinkedHashMap<String, String>();
        if (item.get("headers") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> headers.put(
                    String.valueOf(name).toLowerCase(Locale.ROOT),
                    value instanceof List<?> list && !list.isEmpty()
                            ? String.valueOf(list.get(0))
                            : String.valueOf(value)));
        }
        var body = new LinkedHashMap<String, Object>();
        if (item.get("body") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> body.put((String) name, value));
        }
        return new WpRequest(
                (String) item.get("method"),
                mark < 0 ? address : address.substring(0, mark),
                batch.call(),
                new WpRequest.Input(query, PhpParameters.ofQuery(query), body, headers, null));
    }
}
