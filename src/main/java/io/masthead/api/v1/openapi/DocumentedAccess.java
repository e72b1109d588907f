package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Documents who may call an operation, by its annotations: as a sentence, an extension and security requirements. */
final class DocumentedAccess {

    static final String BEARER = "bearerToken";
    static final String BASIC = "applicationPassword";

    private static final String EXTENSION = "x-access";
    private static final DotName ACCESS = DotName.createSimple(Access.class.getName());

    private final boolean isPublic;
    private final Optional<AnnotationInstance> access;

    /** The annotation with the roles: of the method, or else of the resource. */
    private final AnnotationInstance roles;

    DocumentedAccess(MethodInfo method, ClassInfo resource) {
        isPublic = method.hasDeclaredAnnotation(PermitAll.class);
        access = Optional.ofNullable(method.declaredAnnotation(ACCESS));
        if (access.isEmpty() && !isPublic) {
            throw new IllegalStateException(method + " says by no @Access who may call it");
        }
        roles = access.filter(it -> it.value("role") != null).orElseGet(() -> resource.declaredAnnotation(ACCESS));
    }

    /** Whether guests may call the operation. */
    boolean isPublic() {
        return isPublic;
    }

    /** Whether the operation requires a scope. */
    boolean asksForScope() {
        return !scopes().isEmpty();
    }

    void describe(Operation operation) {
        var requirements = new ArrayList<SecurityRequirement>();
        if (isPublic) {
            requirements.add(OASFactory.createSecurityRequirement());
        }
        requirements.add(OASFactory.createSecurityRequirement().addScheme(BEARER));
        if (!isForAccount()) {
            requirements.add(OASFactory.createSecurityRequirement().addScheme(BASIC));
        }
        operation.setSecurity(requirements);
        access.ifPresent(it -> {
            operation.addExtension(EXTENSION, extension());
            operation.setDescription(operation.getDescription() + "\n\n" + sentence());
        });
    }

    private Map<String, Object> extension() {
        var extension = new LinkedHashMap<String, Object>();
        extension.put("guests", isPublic);
        extension.put("scopes", scopes().stream().map(Scope::word).toList());
        extension.put("role", EnumCodec.of(role()));
        others().ifPresent(others -> extension.put("roleForOthers", EnumCodec.of(others)));
        return extension;
    }

    private String sentence() {
        var sentence = new StringBuilder("**Access:** ");
        if (isPublic) {
            sentence.append("guests; ");
        }
        sentence.append("role ").append(EnumCodec.of(role()));
        others().ifPresent(others -> sentence.append(" for your own items, ")
                .append(EnumCodec.of(others))
                .append(" for those of others"));
        if (isForAccount()) {
            sentence.append("; requires a sign-in, API tokens are refused");
        } else if (asksForScope()) {
            sentence.append("; scope ")
                    .append(scopes().stream()
                            .map(scope -> "`" + scope.word() + "`")
                            .collect(Collectors.joining(" or ")));
        } else {
            sentence.append("; any scope");
        }
        return sentence.append('.').toString();
    }

    private boolean isForAccount() {
        return scopes().contains(Scope.ACCOUNT);
    }

    private List<Scope> scopes() {
        return access.map(it -> it.value("scopes"))
                .map(value ->
                        Arrays.stream(value.asEnumArray()).map(Scope::valueOf).toList())
                .orElse(List.of());
    }

    private Role role() {
        return Role.valueOf(roles.value("role").asEnumArray()[0]);
    }

    private Optional<Role> others() {
        return Optional.ofNullable(roles.value("others")).map(value -> Role.valueOf(value.asEnumArray()[0]));
    }
}
