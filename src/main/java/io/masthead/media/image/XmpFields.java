package io.masthead.media.image;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The few properties of an XMP packet that matter here. Read by an XML reader alone: Adobe's library, which
 * metadata-extractor uses, takes twice as long for each level of elements within elements.
 */
final class XmpFields {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

    static final String RIGHTS = DC + "rights";
    static final String CREATOR = DC + "creator";
    static final String DESCRIPTION = DC + "description";
    static final String CREDIT = PHOTOSHOP + "Credit";
    static final String ALT_TEXT = IPTC + "AltTextAccessibility";

    private static final Set<String> WANTED = Set.of(RIGHTS, CREATOR, DESCRIPTION, CREDIT, ALT_TEXT);

    private final Map<String, String> values = new HashMap<>();

    private XmpFields() {}

    /** What had been read before a fault stays. */
    static Map<String, String> read(byte[] packet) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var fields = new XmpFields();
        try {
            fields.read(factory.createXMLStreamReader(new ByteArrayInputStream(packet)));
        } catch (XMLStreamException | RuntimeException damaged) {
            // A damaged packet makes no picture worse.
        }
        return fields.values;
    }

    /** A value is an attribute, the text of an element, or the first text in a list within it. */
    private void read(XMLStreamReader xml) throws XMLStreamException {
        String property = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        keep(xml.getAttributeNamespace(i) + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    var name = xml.getNamespaceURI() + xml.getLocalName();
                    property = WANTED.contains(name) ? name : property;
                }
                case XMLStreamConstants.CHARACTERS -> keep(property, xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    var name = xml.getNamespaceURI() + xml.getLocalName();
                    property = name.equals(property) ? null : property;
                }
                default -> {}
            }
        }
    }

    private void keep(String property, String value) {
        if (property != null && WANTED.contains(property) && !value.isBlank()) {
            values.putIfAbsent(property, value);
        }
    }
}
