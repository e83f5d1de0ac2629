package io.vidstead.app.http;

import io.vidstead.kernel.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a request brings, as soon as it has been read, by what stands before the parameter that takes it: {@code @NotNull}
 * wants a body, {@code @Valid} one that keeps its constraints (Jakarta Validation 3.1). The constraints of a type are read when the
 * first body of it comes: a start that reads all of them takes a quarter longer.
 */
@Provider
class BodyValidation implements ReaderInterceptor {

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            if (has(context, NotNull.class)) {
                throw Problem.caller("invalid", "This needs a body.");
            }
        } else if (has(context, Valid.class)) {
            Set<ConstraintViolation<Object>> violations = Constraints.VALIDATOR.validate(body);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
        }
        return body;
    }

    private static boolean has(ReaderInterceptorContext context, Class<? extends Annotation> wanted) {
        return Stream.of(context.getAnnotations()).anyMatch(wanted::isInstance);
    }

    /** Made by the first body that comes. */
    private static final class Constraints {

        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                // In the API's language, and without a language of expressions in messages.
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
                .buildValidatorFactory()
                .getValidator();
    }
}
