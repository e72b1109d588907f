package io.masthead.imports.wxr;

import io.quarkus.runtime.annotations.RegisterResourceBundle;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A cursor over the elements of an untrusted XML file, whose errors are sentences for users.
 *
 * <p>Every element that {@link #nextChild()} or {@link #root()} enters must be left by {@link #text()}, {@link
 * #skip()} or a loop over its children.
 */
@RegisterResourceBundle(bundleName = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages", moduleName = "java.xml")
final class XmlCursor {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NAMES = 10_000;
    private static final int MAX_TOLD_REPAIRS = 10;
    private static final Pattern WORDPRESS =
            Pattern.compile("https?://wordpress\\.org/export/(?:\\d+\\.\\d+/)?(excerpt/)?");

    /**
     * The JDK counts each escaped ampersand against its limits for declared entities (50,000,000 in total in
     * JDK 17, 100,000 since 24), which a large export exceeds. No entity can be declared here, so the limits
     * are useless and are lifted. So is the depth limit, which a newer JDK would report in its own words before
     * {@link #MAX_DEPTH} is reached.
     */
    private static final List<String> LIFTED_LIMITS = List.of(
            "jdk.xml.entityExpansionLimit",
            "jdk.xml.maxGeneralEntitySizeLimit",
            "jdk.xml.totalEntitySizeLimit",
            "jdk.xml.maxElementDepth");

    private final XmlText source;
    private final XmlRepair repaired;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    XmlCursor(InputStream in) throws IOException {
        source = new XmlText(in);
        repaired = new XmlRepair(source);
        try {
            xml = hardened().createXMLStreamReader(repaired);
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    private static XMLInputFactory hardened() {
        // The JDK's own factory, whatever is on the class path, since its limits are known.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        for (var limit : LIFTED_LIMITS) {
            factory.setProperty(limit, "0");
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("External entities are refused.");
        });
        return factory;
    }

    /** Tells of the marks up to here that had to be escaped, since the last call. */
    void reportRepairs(WxrHandler handler) {
        var here = xml.getLocation();
        int count = 0;
        for (var next = nextRepair(here); next != null; next = nextRepair(here)) {
            if (++count <= MAX_TOLD_REPAIRS) {
                handler.warning(source.locate(next.line(), next.column()), next.sentence());
            }
        }
        int further = Math.max(0, count - MAX_TOLD_REPAIRS) + repaired.further();
        if (further > 0) {
            handler.warning(location(), "%,d further marks above were read as text too.".formatted(further));
        }
    }

    private XmlRepair.Repair nextRepair(javax.xml.stream.Location here) {
        return repaired.nextBefore(here.getLineNumber(), here.getColumnNumber());
    }

    /** Enters the root element. */
    void root() throws IOException {
        while (step() != XMLStreamConstants.START_ELEMENT) {}
    }

    /** Enters the next child of the open element, or leaves that element. */
    boolean nextChild() throws IOException {
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Leaves the element and returns all text in it, including nested elements. */
    String text() throws IOException {
        var text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            switch (step()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                default -> {}
            }
        }
        return text.toString();
    }

    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            step();
        }
    }

    /** Reads to the end of the file, to be sure that it is complete. */
    void end() throws IOException {
        while (step() != XMLStreamConstants.END_DOCUMENT) {}
    }

    void beginItem() {
        source.beginItem();
    }

    /**
     * The element's name with WordPress' usual prefix for its namespace, whatever prefix the file uses; {@code
     * ?} for any other namespace.
     */
    String name() {
        var namespace = xml.getNamespaceURI();
        if (namespace == null || namespace.isEmpty()) {
            return xml.getLocalName();
        }
        var wordpress = WORDPRESS.matcher(namespace);
        if (wordpress.matches()) {
            return (wordpress.group(1) == null ? "wp:" : "excerpt:") + xml.getLocalName();
        }
        return switch (namespace) {
            case "http://purl.org/rss/1.0/modules/content/" -> "content:" + xml.getLocalName();
            case "http://purl.org/dc/elements/1.1/" -> "dc:" + xml.getLocalName();
            default -> "?";
        };
    }

    /** Null if absent. */
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    Location location() {
        return locate(xml.getLocation());
    }

    private Location locate(javax.xml.stream.Location place) {
        return place == null ? new Location(1, 1) : source.locate(place.getLineNumber(), place.getColumnNumber());
    }

    private int step() throws IOException {
        source.beginValue();
        int event = advance();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw new WxrFormatException(location(), "Elements are nested more than " + MAX_DEPTH + " deep.");
                }
                countNames();
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new WxrFormatException(
                        location(),
                        "The file has a DOCTYPE or entities of its own, which no export needs"
                                + " and Masthead refuses.");
            default -> {}
        }
        return event;
    }

    /** The parser keeps every name until the end of the file. */
    private void countNames() throws WxrFormatException {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(String.valueOf(xml.getNamespacePrefix(i)));
            names.add(String.valueOf(xml.getNamespaceURI(i)));
        }
        if (names.size() > MAX_NAMES) {
            throw new WxrFormatException(
                    location(), "The file has more than %,d different names.".formatted(MAX_NAMES));
        }
    }

    private int advance() throws IOException {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (RuntimeException e) {
            // The JDK's parser throws some unchecked exceptions on hostile input.
            throw new WxrFormatException(location(), "The file is not well-formed XML.", e);
        }
    }

    private IOException refusal(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failure) {
                return failure; // our own refusal, or an unreadable file
            }
        }
        var location = locate(e.getLocation());
        if (source.isCutOffAt(location)) {
            return new WxrFormatException(
                    location, "The file ends too early; it was not exported or copied in full.", e);
        }
        return new WxrFormatException(location, "The file is not well-formed XML: " + reason(e), e);
    }

    /** The parser's message without its position. */
    private static String reason(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        int start = message.indexOf("\nMessage: ");
        var words = start < 0 ? message : message.substring(start + "\nMessage: ".length());
        // It may quote the file at length, with line breaks.
        var sentence = words.replaceAll("\\s+", " ").strip();
        return sentence.length() <= 200 ? sentence : sentence.substring(0, 200) + "…";
    }
}
