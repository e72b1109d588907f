package io.masthead.auth.oidc;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Whatever a site answers to, by whole addresses. */
@Path("")
@RegisterRestClient(configKey = "sign-in-provider", baseUri = "https://localhost")
public interface ProviderApi {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> get(
            @Url String url, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    /**
     * @param form the fields, encoded as HTML forms are
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> post(
            @Url String url,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            String form);
}
