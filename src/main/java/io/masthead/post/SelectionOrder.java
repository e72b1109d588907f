package io.masthead.post;

import io.masthead.kernel.WordSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order clause of a selection of posts {@code p}, and the values it binds. What is searched for
 * is ordered with its {@link PostSearchText} {@code r}.
 */
final class SelectionOrder {

    private static final int OTHERS = 6;

    private final List<String> keys = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    SelectionOrder(PostSelection wanted) {
        var direction = wanted.descending() ? " desc" : "";
        addConstants(wanted, direction);
        switch (wanted.order()) {
            case PUBLISHED -> keys.add("p.sortAt" + direction);
            case UPDATED -> keys.add("p.updatedAt" + direction);
            case AUTHOR -> keys.add("p.author.id" + direction);
            case ID -> {}
            case PARENT -> keys.add("coalesce(p.parentId, 0)" + direction);
            case MENU_ORDER -> keys.add("p.menuOrder" + direction);
            case SLUG -> keys.add("coalesce(p.slug, '')" + direction);
            case TITLE -> keys.add("p.titleKey" + direction);
            case AS_IDS -> asListed("p.id", wanted.choice().ids().any());
            case AS_SLUGS -> asListed("p.slug", unmarked(wanted.choice().slugs()));
            case RELEVANCE -> {
                byRelevance(wanted.choice().search());
                keys.add("p.sortAt" + direction);
            }
        }
        keys.add("p.id" + direction);
    }

    /**
     * What the indexes begin with and is the same in all rows: only with it H2 reads a list in the
     * order of an index.
     */
    private void addConstants(PostSelection wanted, String direction) {
        boolean indexed = wanted.choice().statuses().size() == 1
                && switch (wanted.order()) {
                    case PUBLISHED, UPDATED, ID, MENU_ORDER, TITLE -> true;
                    case AUTHOR, PARENT, SLUG, AS_IDS, AS_SLUGS, RELEVANCE -> false;
                };
        if (indexed) {
            keys.add("p.type" + direction);
        }
        if (wanted.stickyFirst()) {
            keys.add("p.sticky desc");
        }
        if (indexed) {
            keys.add("p.status" + direction);
        }
    }

    String clause() {
        return " order by " + String.join(", ", keys);
    }

    Map<String, Object> params() {
        return params;
    }

    private static List<String> unmarked(List<String> slugs) {
        return slugs.stream()
                .map(slug -> TrashedSlug.unmarked(slug).orElse(slug))
                .toList();
    }

    private void asListed(String path, List<?> values) {
        var cases = new StringBuilder("case ").append(path);
        int place = 0;
        for (var value : QueryShapes.few(values.stream().distinct().toList())) {
            cases.append(" when :place").append(place).append(" then ").append(place);
            params.put("place" + place, value);
            place++;
        }
        keys.add(cases.append(" else ").append(place).append(" end").toString());
    }

    /**
     * Looks into protected excerpts and texts for nobody: a place in a list tells what they say.
     */
    private void byRelevance(TextSearch search) {
        var inTitle = new ArrayList<String>();
        for (var word : search.words()) {
            inTitle.add("r.title like :rank%d escape '\\'".formatted(inTitle.size()));
            params.put("rank" + (inTitle.size() - 1), WordSearch.pattern(word));
        }
        params.put("phrase", WordSearch.pattern(search.phrase()));
        var cases = new ArrayList<String>();
        cases.add("r.title like :phrase escape '\\'");
        if (!inTitle.isEmpty()) {
            cases.add(String.join(" and ", inTitle));
            cases.add(String.join(" or ", inTitle));
        }
        cases.add("p.password is null and r.excerpt like :phrase escape '\\'");
        cases.add("p.password is null and r.body like :phrase escape '\\'");
        var rank = new StringBuilder("case");
        for (int i = 0; i < cases.size(); i++) {
            rank.append(" when ").append(cases.get(i)).append(" then ").append(i + 1);
        }
        keys.add(rank.append(" else ").append(OTHERS).append(" end").toString());
    }
}
