package io.vidstead.engines.transcription;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A form with a file (RFC 7578). */
record MultipartBody(String contentType, byte[] bytes) {

    /** @param fields without quotes or line ends in their names */
    static MultipartBody of(Map<String, String> fields, byte[] wav) {
        String boundary = "vidstead-" + UUID.randomUUID();
        var out = new ByteArrayOutputStream(wav.length + 2_000);
        fields.forEach((name, value) -> write(
                out,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                out,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"speech.wav\"\r\n"
                        + "Content-Type: audio/wav\r\n\r\n");
        out.writeBytes(wav);
        write(out, "\r\n--" + boundary + "--\r\n");
        return new MultipartBody("multipart/form-data; boundary=" + boundary, out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
