package io.masthead.wp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Feeds and sitemaps as trees that compare like JSON: elements of one name in their order, {@code
 * @name} for attributes, blanks around texts left out.
 */
final class Xml {

    private Xml() {}

    /**
     * @param recorded {@code {"__text": …}}, which is given back if it is no XML
     */
    static JsonNode tree(JsonNode recorded) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // else it writes to the console
            var root = builder.parse(new InputSource(
                            new StringReader(recorded.path("__text").asText())))
                    .getDocumentElement();
            return JsonNodeFactory.instance.objectNode().set(root.getTagName(), tree(root));
        } catch (SAXException | IOException e) {
            return recorded;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode tree(Element element) {
        var tree = JsonNodeFactory.instance.objectNode();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                tree.put("@" + attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                tree.withArray("/" + inner.getTagName()).add(tree(inner));
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        if (!text.toString().isBlank()) {
            tree.put("#text", text.toString().strip());
        }
        return tree;
    }
}
