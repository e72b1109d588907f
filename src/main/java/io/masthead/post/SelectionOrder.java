package io.masthead.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order clause of a selection of posts, and the values it binds. */
final class SelectionOrder {

    private static final int OTHERS = 6;

    private final List<String> keys = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    SelectionOrder(PostSelection wanted) {
        var direction = wanted.descending() ? " desc" : "";
        if (wanted.stickyFirst()) {
            keys.add("p.sticky desc");
        }
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

    String clause() {
        return " order by " + String.join(", ", keys);
    }

    Map<String, Object> params() {
        return params;
    }

    private static List<String> unmarked(List<String> slugs) {
        return slugs.stream().map(slug -> TrashedSlug.unmarked(slug).orElse(slug)).toList();
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
            inTitle.add("p.title ilike :rank%d escape '\\'".formatted(inTitle.size()));
            params.put("rank" + (inTitle.size() - 1), pattern(word));
        }
        params.put("phrase", pattern(search.phrase()));
        var cases = new ArrayList<String>();
        cases.add("p.title ilike :phrase escape '\\'");
        cases.add(String.join(" and ", inTitle));
        cases.add(String.join(" or ", inTitle));
        cases.add("p.password is null and p.excerptSource ilike :phrase escape '\\'");
        cases.add(
                "p.password is null and exists (select 1 from PostBody r where r.postId = p.id"
                        + " and r.plain ilike :phrase escape '\\')");
        var rank = new StringBuilder("case");
        for (int i = 0; i < cases.size(); i++) {
            if (!cases.get(i).isEmpty()) {
                rank.append(" when ").append(cases.get(i)).append(" then ").append(i + 1);
            }
        }
        keys.add(rank.append(" else ").append(OTHERS).append(" end").toString());
    }

    private static String pattern(String text) {
        return "%" + ChoiceConditions.literal(text) + "%";
    }
}
