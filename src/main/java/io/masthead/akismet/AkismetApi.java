package io.masthead.akismet;

import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Akismet's REST API 1.1, as far as it is used. */
@Path("/1.1")
@RegisterRestClient(configKey = "akismet", baseUri = "https://rest.akismet.com")
public interface AkismetApi {

    /**
     * @param call the last part of the address, such as {@code comment-check}
     * @param form the fields, encoded as HTML forms are
     */
    @POST
    @Path("{call}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.WILDCARD)
    Uni<RestResponse<String>> post(@PathParam("call") String call, String form);
}
