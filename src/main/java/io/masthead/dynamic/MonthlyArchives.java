package io.masthead.dynamic;

import io.masthead.kernel.Actor;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.archive.Archives;
import io.masthead.post.archive.MonthCount;
import io.masthead.post.dynamic.DynamicBlocks.Placed;
import io.masthead.setting.SettingService;
import io.masthead.text.DynamicBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Lists the months or years with posts. One statement, or none if they are in memory. */
@ApplicationScoped
class MonthlyArchives implements BlockSource {

    private final Archives archives;
    private final Permalinks permalinks;
    private final SettingService settings;

    MonthlyArchives(Archives archives, Permalinks permalinks, SettingService settings) {
        this.archives = archives;
        this.permalinks = permalinks;
        this.settings = settings;
    }

    @Override
    public Set<String> names() {
        return Set.of("archives");
    }

    @Override
    public Map<Placed, String> shown(List<Placed> blocks, Actor actor) {
        var months = archives.months();
        var links = permalinks.plain();
        var language = Locale.forLanguageTag(settings.get().language());
        var shown = new HashMap<Placed, String>();
        for (var placed : blocks) {
            var items = new StringBuilder();
            var block = placed.block();
            if (block.text("type").equals("yearly")) {
                years(months).forEach((year, count) -> item(links.year(year), year.toString(), count, block, items));
            } else {
                var name = DateTimeFormatter.ofPattern("LLLL yyyy", language);
                months.forEach(month -> month(month, links, name, block, items));
            }
            if (items.length() > 0) {
                shown.put(
                        placed,
                        "<ul class=\"%s\">%s</ul>"
                                .formatted(
                                        BlockClasses.of(block, "wp-block-archives-list", "wp-block-archives"), items));
            }
        }
        return shown;
    }

    private static Map<Integer, Long> years(List<MonthCount> months) {
        var years = new LinkedHashMap<Integer, Long>();
        months.forEach(month -> years.merge(month.year(), month.count(), Long::sum));
        return years;
    }

    private static void month(
            MonthCount month, PermalinkBuilder links, DateTimeFormatter name, DynamicBlock block, StringBuilder items) {
        var of = YearMonth.of(month.year(), month.month());
        item(links.month(of), name.format(of), month.count(), block, items);
    }

    private static void item(String url, String name, long count, DynamicBlock block, StringBuilder items) {
        items.append("\t<li><a href='%s'>%s</a>%s</li>\n"
                .formatted(
                        Entities.escape(url).replace("'", "&#039;"),
                        Entities.escape(name),
                        block.isOn("showPostCounts") ? "&nbsp;(" + count + ")" : ""));
    }
}
