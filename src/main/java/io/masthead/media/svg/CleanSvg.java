package io.masthead.media.svg;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes of an SVG what draws: elements and attributes of a list. Scripts, handlers, links, references to other
 * places, foreign elements, comments and document types do not come along.
 */
public final class CleanSvg {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final long MAX_BYTES = 5L << 20;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 100_000;

    /** Each may repeat what others repeat, which takes a browser long. */
    private static final int MAX_USES = 200;

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int elements;
    private int uses;

    /** Of the elements that the reader is in; empty for one without an id. */
    private final Deque<String> open = new ArrayDeque<>();

    /** The ids of what repeats other parts, and of what is repeated. */
    private final Set<String> repeating = new HashSet<>();

    private final Set<String> repeated = new HashSet<>();
    private SvgSize size;

    private CleanSvg(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * @param target does not exist yet
     * @return the size that it wants to be shown in
     * @throws SvgRefusedException if it is no SVG, or too large or deep
     */
    public static SvgSize write(Path source, Path target) throws IOException, SvgRefusedException {
        if (Files.size(source) > MAX_BYTES) {
            throw new SvgRefusedException("An SVG may have at most " + (MAX_BYTES >> 20) + " MB.");
        }
        try (var bytes = new BufferedInputStream(Files.newInputStream(source));
                var file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            return write(bytes, file);
        } catch (XMLStreamException e) {
            throw because(e);
        }
    }

    /**
     * The size that a file wants to be shown in, by its first element.
     *
     * @throws SvgRefusedException if it is no SVG
     */
    public static SvgSize size(Path file) throws IOException, SvgRefusedException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var in = input().createXMLStreamReader(bytes);
            while (in.hasNext() && in.next() != XMLStreamConstants.START_ELEMENT) {
                // The document type, comments.
            }
            return root(in);
        } catch (XMLStreamException e) {
            throw because(e);
        }
    }

    private static SvgSize root(XMLStreamReader in) throws SvgRefusedException {
        if (!in.isStartElement()
                || !SVG.equals(in.getNamespaceURI())
                || !in.getLocalName().equals("svg")) {
            throw new SvgRefusedException("The file is no SVG: its first element is not <svg>.");
        }
        return SvgSize.of(
                in.getAttributeValue(null, "width"),
                in.getAttributeValue(null, "height"),
                in.getAttributeValue(null, "viewBox"));
    }

    /** @throws IOException if it was the disk that failed, and not the encoding */
    private static SvgRefusedException because(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException io
                && !(io instanceof CharConversionException || io instanceof UnsupportedEncodingException)) {
            throw io;
        }
        return new SvgRefusedException("The SVG is damaged: it is not well-formed XML, or uses entities.");
    }

    private static SvgSize write(BufferedInputStream bytes, OutputStream file)
            throws XMLStreamException, SvgRefusedException {
        var in = input().createXMLStreamReader(bytes);
        var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
        var clean = new CleanSvg(in, out);
        clean.document();
        out.close();
        in.close();
        return clean.size;
    }

    private static XMLInputFactory input() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void document() throws XMLStreamException, SvgRefusedException {
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT) {
                size = root(in);
                out.setDefaultNamespace(SVG);
                out.setPrefix("xlink", XLINK);
                element(1);
            }
        }
        if (!Collections.disjoint(repeating, repeated)) {
            throw new SvgRefusedException("The SVG repeats parts that repeat others.");
        }
        out.writeEndDocument();
    }

    /** The reader is at the start of an element that is kept, and then at its end. */
    private void element(int depth) throws XMLStreamException, SvgRefusedException {
        var name = in.getLocalName();
        open.push(Objects.requireNonNullElse(in.getAttributeValue(null, "id"), ""));
        out.writeStartElement(SVG, name);
        if (depth == 1) {
            out.writeDefaultNamespace(SVG);
            out.writeNamespace("xlink", XLINK);
        }
        attributes(name);
        if (name.equals("style")) {
            style();
        } else {
            children(depth);
        }
        open.pop();
        out.writeEndElement();
    }

    private void children(int depth) throws XMLStreamException, SvgRefusedException {
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> child(depth + 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    out.writeCharacters(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                default -> {
                    // Comments and instructions.
                }
            }
        }
    }

    private void child(int depth) throws XMLStreamException, SvgRefusedException {
        if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
            throw new SvgRefusedException("The SVG has too many elements, or too many within each other.");
        }
        if (!isSvg() || !SvgVocabulary.hasElement(in.getLocalName())) {
            skip();
            return;
        }
        if (in.getLocalName().equals("use") && ++uses > MAX_USES) {
            throw new SvgRefusedException("The SVG repeats parts of itself too often.");
        }
        element(depth);
    }

    /** Unlike recursion, it does not mind how deep what is dropped goes. */
    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** A style sheet with something that loads is left out as a whole. */
    private void style() throws XMLStreamException {
        var sheet = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                sheet.append(in.getText());
            }
        }
        if (SvgVocabulary.isHarmless(sheet.toString())) {
            out.writeCharacters(sheet.toString());
        }
    }

    private void attributes(String element) throws XMLStreamException {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            var name = in.getAttributeLocalName(i);
            var namespace = in.getAttributeNamespace(i);
            var value = in.getAttributeValue(i);
            if (name.equals("href") && (namespace == null || namespace.isEmpty() || namespace.equals(XLINK))) {
                if (SvgVocabulary.isOwn(element, value)) {
                    note(element, value.strip());
                    write(namespace, name, value.strip());
                }
            } else if (XML.equals(namespace) ? name.equals("space") || name.equals("lang") : isPlain(namespace, name)) {
                if (SvgVocabulary.isHarmless(value)) {
                    write(namespace, name, value);
                }
            }
        }
    }

    /** Two levels of repetition multiply, and a few more would take a browser for ever. */
    private void note(String element, String reference) {
        if (element.equals("use")) {
            repeated.add(reference.substring(1));
            open.stream().filter(id -> !id.isEmpty()).forEach(repeating::add);
        }
    }

    private static boolean isPlain(String namespace, String name) {
        return (namespace == null || namespace.isEmpty()) && SvgVocabulary.hasAttribute(name);
    }

    private void write(String namespace, String name, String value) throws XMLStreamException {
        if (XLINK.equals(namespace)) {
            out.writeAttribute("xlink", XLINK, name, value);
        } else if (XML.equals(namespace)) {
            out.writeAttribute("xml", XML, name, value);
        } else {
            out.writeAttribute(name, value);
        }
    }

    private boolean isSvg() {
        return SVG.equals(in.getNamespaceURI());
    }
}
