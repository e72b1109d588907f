package io.masthead.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.testsupport.ApiDocument;
import io.masthead.testsupport.ApiDocument.Named;
import io.masthead.user.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the document says of roles and scopes is what the tables say by which {@link
 * OperationRightsTest} and {@link ScopeTest} ask the server.
 */
class DocumentedAccessTest {

    /** As the columns of the table are. */
    private static final List<String> ROLES = List.of(
            "guest",
            EnumCodec.of(Role.SUBSCRIBER),
            EnumCodec.of(Role.CONTRIBUTOR),
            EnumCodec.of(Role.AUTHOR),
            EnumCodec.of(Role.EDITOR),
            EnumCodec.of(Role.ADMINISTRATOR));

    private final Map<String, Named> operations = ApiDocument.at(OpenApiDocumentTest.COMMITTED)
            .operations()
            .collect(Collectors.toMap(
                    one -> one.node().path("operationId").asText(), one -> one, (one, other) -> one, TreeMap::new));

    @Test
    void the_least_role_is_the_first_that_succeeds() {
        var wrong = new ArrayList<String>();
        OperationRightsTest.rows().forEach(row -> {
            var access = access(row.operation());
            if (access.isMissingNode() || !succeedsForSome(row.expected())) {
                return;
            }
            var least = ROLES.get(firstThatSucceeds(row.expected()));
            var own = access.path("guests").asBoolean()
                    ? "guest"
                    : access.path("role").asText();
            var said = access.path("roleForOthers").asText(own);
            if (!said.equals(least)) {
                wrong.add(row + ": " + said + ", not " + least);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_scope_is_the_one_without_which_a_token_is_refused() {
        var wrong = new ArrayList<String>();
        ScopeTest.table().forEach(line -> {
            var scopes = new ArrayList<String>();
            access(line.operation()).path("scopes").forEach(scope -> scopes.add(scope.asText()));
            var said = scopes.isEmpty() ? "-" : String.join(" or ", scopes);
            if (!said.equals(line.scope())) {
                wrong.add(line.operation() + ": " + said);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_takes_a_sign_in_takes_no_application_password() {
        operations.forEach((id, operation) -> {
            var schemes = new ArrayList<String>();
            operation.node().path("security").forEach(one -> one.fieldNames().forEachRemaining(schemes::add));
            var forAccount = access(id).path("scopes").path(0).asText().equals("account");
            assertThat(schemes)
                    .as(id)
                    .contains("bearerToken")
                    .matches(all -> all.contains("applicationPassword") != forAccount);
        });
    }

    private static int firstThatSucceeds(List<String> statuses) {
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).startsWith("2")) {
                return i;
            }
        }
        return 0;
    }

    private static boolean succeedsForSome(List<String> statuses) {
        return statuses.stream().anyMatch(status -> status.startsWith("2"));
    }

    private JsonNode access(String operation) {
        return operations.get(operation).node().path("x-access");
    }
}
