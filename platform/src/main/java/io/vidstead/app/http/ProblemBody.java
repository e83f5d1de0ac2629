package io.vidstead.app.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.vidstead.kernel.Problem;
import java.util.List;
import java.util.Map;

/** RFC 9457 problem details as JSON. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** @param field where, in the JSON's own spelling, such as {@code tags[3]} */
    record FieldError(String field, String detail) {}

    static ProblemBody of(Problem problem, String traceId, List<FieldError> errors) {
        return new ProblemBody(
                "about:blank",
                problem.kind().title(),
                problem.status(),
                problem.code(),
                problem.detail(),
                traceId,
                errors,
                problem.extra());
    }
}
