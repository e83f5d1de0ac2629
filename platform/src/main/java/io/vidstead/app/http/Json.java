package io.vidstead.app.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * JSON as this API speaks it: snake_case, ISO times in UTC to the millisecond, nulls written, and strict on reading.
 * Duplicate and unknown fields, anything after the value, text in the place of numbers, infinite numbers, broken surrogates
 * and U+0000 are refused.
 */
@Singleton
class Json implements ObjectMapperCustomizer {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new StrictText())
                .addDeserializer(Double.class, new FiniteNumber())
                .addDeserializer(double.class, new FiniteNumber())
                .addSerializer(Instant.class, new Milliseconds()));
    }

    /** After Quarkus's own. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class Milliseconds extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(MILLISECONDS.format(instant));
        }
    }

    private static final class StrictText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        StrictText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            if (!parser.currentToken().isScalarValue()
                    || !parser.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == 0 || isLoneSurrogate(text, i)) {
                    return (String) context.handleWeirdStringValue(String.class, "", "has a character that is none");
                }
                if (Character.isHighSurrogate(c)) {
                    i++;
                }
            }
            return text;
        }

        private static boolean isLoneSurrogate(String text, int at) {
            char c = text.charAt(at);
            return Character.isLowSurrogate(c)
                    || (Character.isHighSurrogate(c)
                            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))));
        }
    }

    private static final class FiniteNumber extends StdScalarDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(Double.class, parser);
            }
            double number = parser.getDoubleValue();
            if (!Double.isFinite(number)) {
                return (Double) context.handleWeirdNumberValue(Double.class, number, "is not finite");
            }
            return number;
        }
    }
}
