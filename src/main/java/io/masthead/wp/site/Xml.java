package io.masthead.wp.site;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML as it comes. Characters that XML cannot hold are left out, so that no text makes a
 * document that cannot be read.
 */
final class Xml {

    private interface PathSegment {
        void write() throws XMLStreamException;
    }

    private final XMLStreamWriter out;

    Xml(OutputStream stream) throws IOException {
        try {
            // Not an OutputStreamWriter itself: from that one the JDK's writer would take an
            // encoder
            // which knows no characters beyond the basic plane.
            this.out = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    Xml declare() throws IOException {
        return step(() -> out.writeStartDocument("UTF-8", "1.0"));
    }

    Xml html() throws IOException {
        return step(() -> out.writeDTD("<!DOCTYPE html>"));
    }

    /**
     * @param attributes name and value in turn
     */
    Xml start(String name, String... attributes) throws IOException {
        return step(() -> {
            out.writeStartElement(name);
            attributes(attributes);
        });
    }

    /**
     * @param attributes name and value in turn
     */
    Xml empty(String name, String... attributes) throws IOException {
        return step(() -> {
            out.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    Xml text(String text) throws IOException {
        return step(() -> out.writeCharacters(storable(text)));
    }

    Xml cdata(String text) throws IOException {
        return step(() -> out.writeCData(storable(text).replace("]]>", "]]]]><![CDATA[>")));
    }

    Xml end() throws IOException {
        return step(out::writeEndElement);
    }

    Xml element(String name, String text) throws IOException {
        return start(name).text(text).end();
    }

    /**
     * @param attributes name and value in turn
     */
    Xml cdataElement(String name, String text, String... attributes) throws IOException {
        return start(name, attributes).cdata(text).end();
    }

    /** Closes what is open. */
    void finish() throws IOException {
        step(() -> {
            out.writeEndDocument();
            out.flush();
        });
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], storable(attributes[i + 1]));
        }
    }

    private Xml step(PathSegment step) throws IOException {
        try {
            step.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** XML 1.0, production 2. */
    private static String storable(String text) {
        return text.codePoints().allMatch(Xml::isChar)
                ? text
                : text.codePoints()
                        .filter(Xml::isChar)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isChar(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
