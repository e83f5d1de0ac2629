package io.vidstead.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.app.http.ProblemBody.FieldError;
import io.vidstead.engines.guard.RefusedException;
import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.kernel.Outages;
import io.vidstead.kernel.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where exceptions become answers. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(3);

    @ServerExceptionMapper
    public Response problem(Problem problem, RoutingContext request) {
        if (problem.kind() == Problem.Kind.INTERNAL) {
            LOG.error(problem.getMessage(), problem.getCause());
        }
        return answer(problem, List.of(), request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, RoutingContext request) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::detail))
                .toList();
        return answer(Problem.caller("invalid", "Some fields are not right; errors says which."), errors, request);
    }

    @ServerExceptionMapper
    public Response badJson(JsonProcessingException e, RoutingContext request) {
        return json(e, request);
    }

    /** Quarkus has a mapper of its own for these; this one is as specific and wins. */
    @ServerExceptionMapper
    public Response badShape(MismatchedInputException e, RoutingContext request) {
        return json(e, request);
    }

    @ServerExceptionMapper
    public Response httpError(WebApplicationException e, RoutingContext request) {
        if (e.getCause() instanceof JsonProcessingException badJson) {
            return json(badJson, request);
        }
        if (e.getCause() instanceof Problem problem) {
            return problem(problem, request);
        }
        if (e.getCause() instanceof NumberFormatException) {
            // JAX-RS says 404; but where a number is wanted, a text is no missing thing.
            return answer(Problem.caller("bad_number", "A parameter is not a number."), List.of(), request);
        }
        int status = e.getResponse().getStatus();
        Response response = answer(ofStatus(status), List.of(), request);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    @ServerExceptionMapper
    public Response storageFull(StorageFullException e, RoutingContext request) {
        LOG.error(e.getMessage());
        return answer(Problem.storageFull("storage_full", "The server's storage is full."), List.of(), request);
    }

    @ServerExceptionMapper
    public Response fault(Throwable e, RoutingContext request) {
        if (request.response().closed() || HangUp.caused(e)) {
            LOG.debugf("The client of %s went away: %s", request.request().path(), e.getMessage());
            return answer(ofStatus(400), List.of(), request);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return problem(problem, request);
                }
                case StorageFullException full -> {
                    return storageFull(full, request);
                }
                case SQLException sql
                when isText(sql) -> {
                    return answer(
                            Problem.caller("bad_text", "A text has characters that cannot be stored."),
                            List.of(),
                            request);
                }
                case SQLException sql
                when Outages.isAway(sql) -> {
                    LOG.warnf("The database is away: %s", sql.getMessage());
                    return answer(
                            Problem.unavailable(
                                    "database_away", "The database is not there right now.", DATABASE_RETRY),
                            List.of(),
                            request);
                }
                case RefusedException refused -> {
                    return answer(
                            Problem.unavailable(
                                    "engine_away",
                                    "A part of this server does not answer right now.",
                                    refused.retryAfter()),
                            List.of(),
                            request);
                }
                default -> {
                    // look at what caused it
                }
            }
        }
        LOG.error("Unexpected fault", e);
        return answer(
                Problem.of(Problem.Kind.INTERNAL, "internal", "Something went wrong here; it has been logged."),
                List.of(),
                request);
    }

    private static Response json(JsonProcessingException e, RoutingContext request) {
        String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                answer(
                        Problem.caller("unknown_field", "The JSON has a field that is not known here."),
                        List.of(new FieldError(field, "is not known here")),
                        request);
            case StreamConstraintsException _ ->
                answer(
                        Problem.caller("bad_json", "The JSON is nested too deeply or has too large a value."),
                        List.of(),
                        request);
            case JsonMappingException _ ->
                answer(
                        Problem.caller("invalid", "The JSON does not have the shape that is wanted here."),
                        field.isEmpty() ? List.of() : List.of(new FieldError(field, "is not of the right kind")),
                        request);
            default -> answer(Problem.caller("bad_json", "The body is not valid JSON."), List.of(), request);
        };
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.unauthenticated("sign_in_required", "This needs a signed-in user.");
            case 403 -> Problem.forbidden("forbidden", "This is not allowed.");
            case 404 -> Problem.notFound("not_found", "There is nothing here.");
            case 405 ->
                Problem.caller("method_not_allowed", "This address does not take that method.")
                        .status(status);
            case 406 ->
                Problem.caller("not_acceptable", "None of the wanted representations exists.")
                        .status(status);
            case 413 ->
                Problem.caller("too_large", "The body is larger than what is taken here.")
                        .status(status);
            case 415 ->
                Problem.caller("unsupported_media_type", "The body is not of a type that is taken here.")
                        .status(status);
            default ->
                status < 500
                        ? Problem.caller("bad_request", "The request is not right.")
                                .status(status)
                        : Problem.of(Problem.Kind.INTERNAL, "internal", "Something went wrong here.")
                                .status(status);
        };
    }

    private static Response answer(Problem problem, List<FieldError> errors, RoutingContext request) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ProblemBody.of(problem, Traces.id(request), errors));
        problem.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, ProblemWriter.seconds(wait)));
        if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        violation.getPropertyPath().forEach(node -> append(field, node.getName(), node.getIndex()));
        return field.toString();
    }

    private static String field(JsonMappingException e) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            append(field, part.getFieldName(), part.getIndex() < 0 ? null : part.getIndex());
        }
        return field.length() > 200 ? field.substring(0, 200) : field.toString();
    }

    /** @param index of what has that name, or of what has none, in the list before */
    private static void append(StringBuilder field, @Nullable String name, @Nullable Integer index) {
        if (index != null) {
            field.append('[').append(index).append(']');
        }
        if (name != null && !name.startsWith("<")) {
            field.append(field.isEmpty() ? "" : ".").append(snake(name));
        }
    }

    private static String snake(String name) {
        return SNAKE.translate(name);
    }

    /** Text that PostgreSQL cannot hold, such as U+0000. */
    private static boolean isText(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals("22021") || state.equals("22P05");
    }
}
