package io.masthead.imports;

import io.masthead.imports.item.ItemRenderer;
import io.masthead.imports.wxr.Location;
import io.masthead.imports.wxr.WxrAuthor;
import io.masthead.imports.wxr.WxrHandler;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The second pass over a file: collects records into batches, and skips those that an earlier start has
 * finished.
 */
final class ImportPass implements WxrHandler {

    static final int MAX_RECORDS = 200;

    /** About 16 MB; a batch holds at least one record, however large. */
    private static final long MAX_WEIGHT = 8_000_000;

    private final int done;
    private final ItemRenderer preparation;
    private final Consumer<List<PreparedRecord>> batches;
    private final List<PreparedRecord> batch = new ArrayList<>();
    private List<String> warnings = new ArrayList<>();
    private long weight;
    private int position;

    ImportPass(int done, ItemRenderer preparation, Consumer<List<PreparedRecord>> batches) {
        this.done = done;
        this.preparation = preparation;
        this.batches = batches;
    }

    @Override
    public void warning(Location location, String sentence) {
        warnings.add("%s (%s)".formatted(sentence, location));
    }

    @Override
    public void author(WxrAuthor author) {
        var told = next();
        if (position > done) {
            add(new PreparedRecord.Author(position, author, told));
        }
    }

    @Override
    public void term(WxrTerm term) {
        var told = next();
        if (position > done) {
            add(new PreparedRecord.Term(position, term, told));
        }
    }

    @Override
    public void item(WxrItem item) {
        var told = next();
        if (position > done) {
            add(new PreparedRecord.Item(position, preparation.prepare(item, told), told));
        }
    }

    /** Writes the last batch. */
    void finish() {
        if (!batch.isEmpty()) {
            batches.accept(List.copyOf(batch));
            batch.clear();
            weight = 0;
        }
    }

    /** Apart from authors and terms, which an update locks: editors lock posts first. */
    private static boolean isItem(PreparedRecord record) {
        return record instanceof PreparedRecord.Item;
    }

    private List<String> next() {
        position++;
        var told = warnings;
        warnings = new ArrayList<>();
        return told;
    }

    private void add(PreparedRecord record) {
        if (weight + record.weight() > MAX_WEIGHT || (!batch.isEmpty() && isItem(record) != isItem(batch.get(0)))) {
            finish();
        }
        batch.add(record);
        weight += record.weight();
        if (batch.size() == MAX_RECORDS) {
            finish();
        }
    }
}
