package io.vidstead.uploads;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Adds the headers that every tus answer must have. */
@Provider
@TusProtocol
class TusVersionFilter implements ContainerResponseFilter {

    static final String VERSION = "1.0.0";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Tus-Resumable", VERSION);
        if (response.getStatus() == 412) {
            response.getHeaders().putSingle("Tus-Version", VERSION);
        }
    }
}
