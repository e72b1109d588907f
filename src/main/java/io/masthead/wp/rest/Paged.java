package io.masthead.wp.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Answers with a part of a list: the totals, and the ways to the parts before and after it. */
public final class Paged {

    private Paged() {}

    /** How many items to leave out; null for none, so that the page counts. */
    public static Long offset(WpRequest request) {
        var offset = request.number("offset");
        return offset == null || offset == 0 ? null : offset;
    }

    /**
     * @param route as in {@code wp/v2/posts}
     * @param total over all parts
     */
    public static WpAnswer answer(WpRequest request, String route, List<?> items, long total, int perPage, long page) {
        long pages = (total + perPage - 1) / perPage;
        var answer = WpAnswer.ok(items).with("X-WP-Total", total).with("X-WP-TotalPages", pages);
        if (page > 1) {
            answer.link(link(request, route, Math.min(page - 1, pages), "prev"));
        }
        if (page < pages) {
            answer.link(link(request, route, page + 1, "next"));
        }
        return answer;
    }

    /**
     * How many items lie before those that are wanted; no more than a database can count.
     *
     * @param offset beats the page, and stands for its absolute value; null where it was not sent
     * @param page from 1
     */
    public static int skipped(Long offset, long page, int perPage) {
        long skipped = offset == null ? Math.min(page - 1, Integer.MAX_VALUE) * perPage : -least(offset);
        return (int) Math.min(skipped, Integer.MAX_VALUE);
    }

    /**
     * The page from which links lead on where an offset was sent: to WordPress, a list of terms or
     * users that leaves out some begins on the page behind those.
     *
     * @param offset null where it was not sent
     */
    public static long page(Long offset, long page, int perPage) {
        return offset == null ? page : (-least(offset) + perPage - 1) / perPage + 1;
    }

    /** Below zero there is room for the absolute value of every number. */
    private static long least(long offset) {
        return Math.max(-Math.abs(offset), -Integer.MAX_VALUE);
    }

    private static String link(WpRequest request, String route, long page, String relation) {
        return "<%s>; rel=\"%s\"".formatted(url(request, route, page), relation);
    }

    /** The query as it was understood, which is what WordPress repeats. */
    private static String url(WpRequest request, String route, long page) {
        var query = new StringJoiner("&");
        var values = new LinkedHashMap<>(request.input().query());
        values.remove(WpRewrite.REST_ROUTE);
        values.replaceAll((name, sent) -> request.parameters().getOrDefault(name, sent));
        values.put("page", page);
        values.forEach((name, value) -> append(query, name, value));
        return request.url(route) + "?" + query;
    }

    private static void append(StringJoiner query, String name, Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                append(query, name + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> append(query, name + "[" + key + "]", below));
        } else {
            var text = text(value);
            query.add(text.isEmpty() ? encode(name) : encode(name) + "=" + encode(text));
        }
    }

    /** As PHP turns a value into text. */
    private static String text(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? "1" : "";
        }
        return value == null ? "" : value.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
