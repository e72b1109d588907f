package io.masthead.api.v1.redirect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.permalink.redirect.BulkRedirects;
import io.masthead.permalink.redirect.BulkRedirects.Candidate;
import io.masthead.permalink.redirect.Redirect;
import io.masthead.permalink.redirect.RedirectRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the exports of WordPress' plug-in Redirection, JSON and CSV. A CSV file has a header with {@code source} and
 * {@code target}, and perhaps {@code regex} and {@code code} (or {@code status}).
 */
final class RedirectionFile {

    private static final String PATTERN = "It matches by a regular expression; make a prefix of it by hand.";
    private static final String OFF = "It is switched off.";

    private RedirectionFile() {}

    /** @throws CmsException {@link ErrorCode#INVALID_BODY} if it is not such a file */
    static List<Candidate> json(String text) {
        JsonNode items;
        try {
            items = new ObjectMapper().readTree(text).path("redirects");
        } catch (JsonProcessingException e) {
            throw refused("The body is not JSON.");
        }
        if (!items.isArray()) {
            throw refused("The body has no list 'redirects', as exports of Redirection have.");
        }
        var found = new ArrayList<Candidate>();
        items.forEach(item -> found.add(candidate(item)));
        return limited(found);
    }

    private static Candidate candidate(JsonNode item) {
        var source = item.path("url").asText();
        if (item.path("regex").asBoolean()) {
            return Candidate.skipped(source, PATTERN);
        }
        if (!item.path("enabled").asBoolean(true)) {
            return Candidate.skipped(source, OFF);
        }
        if (!item.path("match_type").asText("url").equals("url")) {
            return Candidate.skipped(source, "It depends on more than the URL.");
        }
        var status = item.path("action_code").asInt(RedirectRules.DEFAULT_STATUS);
        if (item.path("action_type").asText().equals("error") && status != Redirect.GONE) {
            return Candidate.skipped(source, "It answers with an error other than 410.");
        }
        return Candidate.of(source, item.path("action_data").path("url").textValue(), status);
    }

    /** @throws CmsException {@link ErrorCode#INVALID_BODY} if it is not such a file */
    static List<Candidate> csv(String text) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (var parser = CSVParser.parse(text, format)) {
            if (!parser.getHeaderNames().stream()
                    .map(String::toLowerCase)
                    .toList()
                    .containsAll(List.of("source", "target"))) {
                throw refused("The file has no header with the columns 'source' and 'target'.");
            }
            return limited(parser.stream().map(RedirectionFile::candidate).toList());
        } catch (CSVException | java.io.UncheckedIOException | IllegalArgumentException e) {
            throw refused("The body is not CSV (RFC 4180) with a header of unique names.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Candidate candidate(CSVRecord row) {
        var source = value(row, "source");
        if (List.of("1", "true").contains(value(row, "regex"))) {
            return Candidate.skipped(source, PATTERN);
        }
        var code = value(row, "code").isEmpty() ? value(row, "status") : value(row, "code");
        if (!code.isEmpty() && !code.matches("\\d{3}")) {
            return code.equals("enabled")
                    ? Candidate.of(source, value(row, "target"), RedirectRules.DEFAULT_STATUS)
                    : Candidate.skipped(source, code.equals("disabled") ? OFF : "Its status is not a number.");
        }
        return Candidate.of(
                source, value(row, "target"), code.isEmpty() ? RedirectRules.DEFAULT_STATUS : Integer.parseInt(code));
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    private static List<Candidate> limited(List<Candidate> candidates) {
        if (candidates.size() > BulkRedirects.MAX_REDIRECTS) {
            throw refused("A file may have at most %,d redirects; split it.".formatted(BulkRedirects.MAX_REDIRECTS));
        }
        return candidates;
    }

    private static CmsException refused(String message) {
        return new CmsException(ErrorCode.INVALID_BODY, message);
    }
}
