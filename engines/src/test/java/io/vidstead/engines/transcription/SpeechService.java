package io.vidstead.engines.transcription;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service that speaks OpenAI's API, over real HTTP. It hears "Piece N begins." at 0.5 s and "It <ends>." at 1.5 s of what is
 * no silence.
 */
public final class SpeechService implements AutoCloseable {

    public static final String KEY = "a-key-for-tests";
    public static final String MODEL = "whisper-1";

    /** @param fields the form's text, without the sound */
    record Asked(String authorization, String fields, int soundBytes) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile boolean chunked;

    public SpeechService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/audio/transcriptions", exchange -> {
            try (exchange) {
                take(exchange);
            }
        });
        server.start();
    }

    /** What to name as the service's address. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    List<Asked> asked() {
        return asked;
    }

    void answersWith(int answeredStatus, String body) {
        status = answeredStatus;
        answer = body;
    }

    void answersInChunks() {
        chunked = true;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int sound = text.indexOf("RIFF");
        byte[] samples = sound < 0 ? new byte[0] : java.util.Arrays.copyOfRange(body, sound, body.length);
        asked.add(new Asked(
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                sound < 0 ? text : text.substring(0, sound),
                samples.length));
        byte[] reply = (answer.isEmpty() ? heard(samples) : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, chunked ? 0 : reply.length);
        exchange.getResponseBody().write(reply);
    }

    private String heard(byte[] wav) {
        String segments = isSilent(wav) ? "" : """
                {"id": 0, "start": 0.5, "end": 1.25, "text": " Piece %d begins."},
                {"id": 1, "start": 1.5, "end": 9999, "text": " It <ends>."},
                {"id": 2, "start": 9998, "end": 9999, "text": "after the end"},
                {"id": 3, "start": 0.1, "end": 0.2, "text": " "}
                """.formatted(asked.size());
        return "{\"task\": \"transcribe\", \"language\": \"english\", \"text\": \"all\", \"segments\": [" + segments
                + "]}";
    }

    private static boolean isSilent(byte[] wav) {
        ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 44; at + 1 < wav.length && wav[at] != '\r'; at += 2) {
            if (Math.abs(samples.getShort(at)) > 300) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
