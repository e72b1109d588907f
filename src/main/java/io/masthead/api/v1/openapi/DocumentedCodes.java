package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.Headers;
import io.masthead.api.v1.http.ProblemFormat;
import io.masthead.api.v1.http.Refuses;
import io.masthead.api.v1.http.ShownOnce;
import io.masthead.kernel.ErrorCode;
import io.masthead.web.CacheRules;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/**
 * The error codes of an operation: those that follow from its path, parameters and body, and those
 * that its method declares by {@link Refuses}. Tests compare every error that they receive with them.
 */
final class DocumentedCodes {

    private static final String EXTENSION = "x-error-codes";
    private static final DotName REFUSES = DotName.createSimple(Refuses.class.getName());
    private static final DotName SHOWN_ONCE = DotName.createSimple(ShownOnce.class.getName());

    /** Codes of every operation, which the descriptions omit. */
    private static final Set<ErrorCode> EVERYWHERE = EnumSet.of(
            ErrorCode.INVALID_PARAMETER, ErrorCode.UNAUTHENTICATED, ErrorCode.TOO_MANY_ATTEMPTS, ErrorCode.UNAVAILABLE);

    private static final Map<String, ErrorCode> MISSING = Map.ofEntries(
            Map.entry("posts", ErrorCode.POST_NOT_FOUND),
            Map.entry("pages", ErrorCode.POST_NOT_FOUND),
            Map.entry("categories", ErrorCode.TERM_NOT_FOUND),
            Map.entry("tags", ErrorCode.TERM_NOT_FOUND),
            Map.entry("menus", ErrorCode.MENU_NOT_FOUND),
            Map.entry("patterns", ErrorCode.PATTERN_NOT_FOUND),
            Map.entry("comments", ErrorCode.COMMENT_NOT_FOUND),
            Map.entry("users", ErrorCode.USER_NOT_FOUND),
            Map.entry("media", ErrorCode.MEDIA_NOT_FOUND),
            Map.entry("imports", ErrorCode.IMPORT_NOT_FOUND),
            Map.entry("auth", ErrorCode.PROVIDER_NOT_FOUND),
            Map.entry("me", ErrorCode.CREDENTIAL_NOT_FOUND),
            Map.entry("redirects", ErrorCode.REDIRECT_NOT_FOUND));

    private final EnumSet<ErrorCode> codes = EnumSet.copyOf(EVERYWHERE);
    private final Map<String, Set<String>> codesByStatus = new TreeMap<>();

    /**
     * @param declared the names of its parameters
     * @param takesAnyAccept whether it ignores {@code Accept}
     */
    DocumentedCodes(
            String path,
            HttpMethod verb,
            Operation operation,
            MethodInfo method,
            Set<String> declared,
            DocumentedAccess access,
            boolean takesAnyAccept) {
        byPath(path, verb);
        byParameters(path, declared);
        if (access.asksForScope()) {
            codes.add(ErrorCode.FORBIDDEN);
            codes.add(ErrorCode.SCOPE_MISSING);
        }
        if (method.hasDeclaredAnnotation(SHOWN_ONCE)) {
            codes.add(ErrorCode.IDEMPOTENCY_KEY_INVALID);
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(ErrorCode.INVALID_BODY, ErrorCode.BODY_TOO_LARGE, ErrorCode.VALIDATION_FAILED));
            for (int status : List.of(408, 415)) {
                codesByStatus
                        .computeIfAbsent(Integer.toString(status), key -> new TreeSet<>())
                        .add(ProblemFormat.frameworkCode(status));
            }
        }
        var refuses = method.declaredAnnotation(REFUSES);
        if (refuses != null) {
            Arrays.stream(refuses.value().asEnumArray()).map(ErrorCode::valueOf).forEach(codes::add);
        }
        codes.forEach(code -> codesByStatus
                .computeIfAbsent(Integer.toString(ProblemFormat.status(code)), status -> new TreeSet<>())
                .add(ProblemFormat.word(code)));
        addFrameworkWords(takesAnyAccept);
        if (path.contains("{")) {
            // A part of a path that leads to no operation.
            codesByStatus.get("404").add(ProblemFormat.frameworkCode(404));
        }
    }

    private void byPath(String path, HttpMethod verb) {
        if (path.contains("{")) {
            codes.add(MISSING.get(path.split("/", -1)[3]));
        }
        if (path.contains("/revisions/{")) {
            codes.add(ErrorCode.REVISION_NOT_FOUND);
        }
        if (path.contains("/autosave") && verb != HttpMethod.PUT) {
            codes.add(ErrorCode.AUTOSAVE_NOT_FOUND);
        }
        if (path.contains("/sessions/{") || path.contains("/tokens/{")) {
            codes.add(ErrorCode.CREDENTIAL_NOT_FOUND);
        }
    }

    private void byParameters(String path, Set<String> declared) {
        if (declared.contains(CacheRules.POST_PASSWORD)) {
            codes.add(ErrorCode.POST_PASSWORD_WRONG);
            if (path.contains("comments")) {
                codes.add(ErrorCode.POST_PASSWORD_REQUIRED);
            }
        }
        if (declared.contains(HttpHeaders.IF_MATCH)) {
            codes.add(ErrorCode.VERSION_MISMATCH);
        }
        if (declared.contains(Headers.IDEMPOTENCY_KEY)) {
            codes.addAll(List.of(
                    ErrorCode.IDEMPOTENCY_KEY_INVALID,
                    ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                    ErrorCode.IDEMPOTENCY_KEY_REUSED));
        }
    }

    /** Codes of the framework, which refuses before the operation runs. */
    private void addFrameworkWords(boolean takesAnyAccept) {
        var statuses = takesAnyAccept ? List.of(400, 500) : List.of(400, 406, 500);
        statuses.forEach(status -> codesByStatus
                .computeIfAbsent(Integer.toString(status), key -> new TreeSet<>())
                .add(ProblemFormat.frameworkCode(status)));
    }

    /** The statuses of the error responses. */
    Set<String> statuses() {
        return codesByStatus.keySet();
    }

    void describe(Operation operation) {
        operation.addExtension(
                EXTENSION,
                codesByStatus.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> List.copyOf(entry.getValue()),
                                (one, other) -> one,
                                TreeMap::new)));
        var own = EnumSet.copyOf(codes);
        own.removeAll(EVERYWHERE);
        if (!own.isEmpty()) {
            operation.setDescription(operation.getDescription()
                    + "\n\n**Refusals:** "
                    + own.stream()
                            .map(code -> "`" + ProblemFormat.word(code) + "` (" + ProblemFormat.status(code) + ")")
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }
}
