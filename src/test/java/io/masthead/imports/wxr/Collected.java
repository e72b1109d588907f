package io.masthead.imports.wxr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects everything in a file, for tests to check. */
final class Collected implements WxrHandler {

    final List<String> order = new ArrayList<>();
    final List<WxrSite> sites = new ArrayList<>();
    final List<WxrAuthor> authors = new ArrayList<>();
    final List<WxrTerm> terms = new ArrayList<>();
    final List<WxrItem> items = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    static Collected collected(String xml) throws IOException {
        return collected(xml.getBytes(StandardCharsets.UTF_8));
    }

    static Collected collected(byte[] bytes) throws IOException {
        return collected(new ByteArrayInputStream(bytes));
    }

    static Collected collected(InputStream in) throws IOException {
        var collected = new Collected();
        WxrReader.read(in, collected);
        return collected;
    }

    /** A WXR 1.2 file whose channel ends with the given elements. */
    static String wxr(String elements) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
          xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>A site</title><wp:wxr_version>1.2</wp:wxr_version>
        %s
        </channel></rss>
        """.formatted(elements);
    }

    WxrItem onlyItem() {
        if (items.size() != 1) {
            throw new AssertionError("Expected one item, but there are " + items.size());
        }
        return items.get(0);
    }

    long itemsOf(String type) {
        return items.stream().filter(item -> item.type().equals(type)).count();
    }

    long termsOf(String taxonomy) {
        return terms.stream().filter(term -> term.taxonomy().equals(taxonomy)).count();
    }

    long comments() {
        return items.stream().mapToLong(item -> item.comments().size()).sum();
    }

    @Override
    public void site(WxrSite site) {
        order.add("site");
        sites.add(site);
    }

    @Override
    public void author(WxrAuthor author) {
        order.add("author");
        authors.add(author);
    }

    @Override
    public void term(WxrTerm term) {
        order.add("term");
        terms.add(term);
    }

    @Override
    public void item(WxrItem item) {
        order.add("item");
        items.add(item);
    }

    @Override
    public void warning(Location location, String sentence) {
        warnings.add(location + ": " + sentence);
    }
}
