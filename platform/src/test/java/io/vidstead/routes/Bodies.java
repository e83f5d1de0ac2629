package io.vidstead.routes;

import io.vidstead.testing.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A body for each route that takes one, such that nothing but who sends it can be wrong. */
final class Bodies {

    static final String UPLOAD =
            "{\"title\": \"A film\", \"file_size\": 1000, \"file_name\": \"a.mp4\", \"file_type\": \"video/mp4\"}";

    private static final byte[] PICTURE = picture();

    /** A request's content, and its headers in pairs. */
    record Body(byte[] bytes, List<String> headers) {

        static Body json(String json) {
            return new Body(json.getBytes(StandardCharsets.UTF_8), List.of("Content-Type", "application/json"));
        }

        static Body none(String... headers) {
            return new Body(new byte[0], List.of(headers));
        }
    }

    private Bodies() {}

    /**
     * @param caller who sends it
     * @param things which the path names
     */
    static Body of(Route route, Visitor caller, Belongings things) {
        return switch (route.toString()) {
            case "POST /api/v1/auth/register", "POST /api/v1/setup" -> {
                String name =
                        "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
                String token = route.path().endsWith("setup") ? "\"token\": \"forged\", " : "";
                yield Body.json("{%s\"username\": \"%s\", \"email\": \"%s@example.org\", \"password\": \"%s\"}"
                        .formatted(token, name, name, Visitor.PASSWORD));
            }
            case "POST /api/v1/auth/login" ->
                Body.json("{\"login\": \"%s\", \"password\": \"%s\"}".formatted(things.owner(), Visitor.PASSWORD));
            case "POST /api/v1/auth/refresh" -> Body.json("{\"refresh_token\": \"forged\"}");
            case "PATCH /api/v1/me" -> Body.json("{\"display_name\": \"Somebody\"}");
            case "POST /api/v1/me/password" ->
                Body.json("{\"current_password\": \"%s\", \"new_password\": \"%s\"}"
                        .formatted(Visitor.PASSWORD, Visitor.PASSWORD));
            case "PUT /api/v1/me/avatar", "PUT /api/v1/me/banner", "PUT /api/v1/videos/{id}/thumbnail" ->
                new Body(PICTURE, List.of("Content-Type", "image/png"));
            case "PATCH /api/v1/videos/{id}", "POST /api/v1/playlists", "PATCH /api/v1/playlists/{id}" ->
                Body.json("{\"title\": \"Another title\"}");
            case "POST /api/v1/videos/{id}/license" -> Body.json("{\"kids\": [\"AAAAAAAAAAAAAAAAAAAAAA\"]}");
            case "POST /api/v1/videos/{id}/watch-position" -> Body.json("{\"position\": 10, \"duration\": 40}");
            case "POST /api/v1/videos/{id}/views" ->
                Body.json("{\"session_id\": \"s\", \"played_seconds\": 2, \"position\": 2, \"ended\": false}");
            case "POST /api/v1/videos/{id}/watch-events" ->
                Body.json("{\"session_id\": \"s\", \"events\": [{\"type\": \"play\", \"position\": 1, \"age\": 0}]}");
            case "POST /api/v1/videos/upload/initiate" -> Body.json(UPLOAD);
            case "PUT /api/v1/videos/upload/{upload_id}/chunk" ->
                new Body(
                        new byte[1000],
                        List.of("Content-Type", "application/octet-stream", "Content-Range", "bytes 0-999/1000"));
            case "POST /api/v1/tus" -> Body.none("Tus-Resumable", "1.0.0", "Upload-Length", "1000");
            case "POST /api/v1/tus/{upload_id}" -> append("X-HTTP-Method-Override", "PATCH");
            case "PATCH /api/v1/tus/{upload_id}" -> append();
            case "OPTIONS /api/v1/tus",
                    "OPTIONS /api/v1/tus/{upload_id}",
                    "HEAD /api/v1/tus/{upload_id}",
                    "DELETE /api/v1/tus/{upload_id}" -> Body.none("Tus-Resumable", "1.0.0");
            case "POST /api/v1/admin/experiments" -> {
                things.endExperiments();
                yield Body.json("{\"trial\": \"recommendations.diversity\", \"percent\": 1}");
            }
            case "POST /api/v1/admin/reencode" ->
                Body.json("{\"scope\": \"video\", \"video_id\": \"" + things.video() + "\"}");
            case "POST /api/v1/videos/{id}/like", "POST /api/v1/comments/{id}/like" ->
                Body.json("{\"action\": \"like\"}");
            case "PUT /api/v1/channels/{username}/subscription" -> Body.json("{\"bell\": \"all\"}");
            case "POST /api/v1/playlists/{id}/items/{item}/move" -> Body.json("{\"after\": null}");
            case "POST /api/v1/playlists/{id}/collaborators" ->
                Body.json("{\"token\": \"" + things.invitation() + "\"}");
            case "PATCH /api/v1/me/taste" -> Body.json("{\"weights\": {\"fresh\": 1}}");
            case "PUT /api/v1/me/history/choice" -> Body.json("{\"paused\": false}");
            case "PATCH /api/v1/notifications/preferences" -> Body.json("{\"digest\": \"daily\"}");
            case "POST /api/v1/push/subscriptions" -> Body.json(pushSubscription());
            case "POST /api/v1/videos/{id}/comments" ->
                Body.json("{\"content\": \"A word of " + caller.username() + "\"}");
            case "PATCH /api/v1/comments/{id}" -> Body.json("{\"content\": \"Another word\"}");
            case "PUT /api/v1/videos/{id}/comments/settings", "PATCH /api/v1/me/comments/settings" ->
                Body.json("{\"policy\": \"open\"}");
            case "POST /api/v1/videos/{id}/captions", "PUT /api/v1/videos/{id}/captions/{name}/file" ->
                new Body(
                        "WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n".getBytes(StandardCharsets.UTF_8),
                        List.of("Content-Type", "text/vtt"));
            case "PUT /api/v1/videos/{id}/captions/{name}" ->
                Body.json("{\"cues\": [{\"start\": 1, \"end\": 2, \"text\": \"Other words\"}]}");
            case "POST /api/v1/comments/{id}/report" -> Body.json("{\"reason\": \"spam\"}");
            case "POST /api/v1/comments/{id}/review" -> Body.json("{\"decision\": \"approve\"}");
            default -> route.method().equals("POST") ? Body.json("{}") : Body.none();
        };
    }

    /** What follows {@code ?}; empty where nothing is needed. */
    static String query(Route route, Belongings things) {
        return switch (route.toString()) {
            case "GET /api/v1/playlists" -> "?channel=" + things.owner();
            case "POST /api/v1/videos/{id}/captions" -> "?language=en&label=" + UUID.randomUUID();
            case "GET /api/v1/videos/{id}/transcript" -> "?captions=" + things.captions();
            case "GET /api/v1/search", "GET /api/v1/search/suggest", "GET /api/v1/videos/{id}/search" -> "?q=film";
            case "GET /api/v1/notifications/unsubscribe", "POST /api/v1/notifications/unsubscribe" -> "?token=forged";
            default -> "";
        };
    }

    static String pushSubscription() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            ECPublicKey key = (ECPublicKey) pairs.generateKeyPair().getPublic();
            byte[] point = new byte[65];
            point[0] = 4;
            put(key.getW().getAffineX().toByteArray(), point, 33);
            put(key.getW().getAffineY().toByteArray(), point, 65);
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return "{\"endpoint\": \"https://push.example.org/%s\", \"keys\": {\"p256dh\": \"%s\", \"auth\": \"%s\"}}"
                    .formatted(UUID.randomUUID(), base64.encodeToString(point), base64.encodeToString(new byte[16]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Body append(String... more) {
        List<String> headers = new ArrayList<>(List.of(
                "Tus-Resumable", "1.0.0", "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream"));
        headers.addAll(Arrays.asList(more));
        return new Body(new byte[1000], headers);
    }

    /** The last 32 bytes of a number, so that they end at a place. */
    private static void put(byte[] number, byte[] point, int end) {
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, point, end - length, length);
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
