package io.vidstead.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the web app, with its pre-compressed siblings ({@code .br}, {@code .gz}).
 *
 * @param variants the best first; the last one is the plain file
 */
record WebAsset(String contentType, String etag, String cacheControl, List<Variant> variants) {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final String A_DAY = "public, max-age=86400";
    /** Vite puts a hash of the content into the names of what it builds. */
    private static final Pattern HASHED = Pattern.compile("/assets/.+-[A-Za-z0-9_-]{8}\\.[a-z0-9.]+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"));

    /** @param encoding of HTTP; null for the plain file */
    record Variant(@Nullable String encoding, Path file, long size) {}

    /** Every file of the folder by its address. */
    static Map<String, WebAsset> readAll(Path folder) {
        Map<String, WebAsset> assets = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String address = "/" + folder.relativize(file).toString().replace('\\', '/');
                if (!isSibling(file)) {
                    assets.put(address, read(address, file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the web app in " + folder, e);
        }
        return Map.copyOf(assets);
    }

    Variant variantFor(@Nullable String acceptEncoding) {
        for (Variant variant : variants) {
            if (variant.encoding() == null || (acceptEncoding != null && acceptEncoding.contains(variant.encoding()))) {
                return variant;
            }
        }
        return variants.getLast();
    }

    boolean hasVariants() {
        return variants.size() > 1;
    }

    private static boolean isSibling(Path file) {
        String name = file.toString();
        return (name.endsWith(".br") || name.endsWith(".gz"))
                && Files.exists(Path.of(name.substring(0, name.length() - 3)));
    }

    private static WebAsset read(String address, Path file) throws IOException {
        List<Variant> variants = new ArrayList<>();
        addSibling(variants, "br", Path.of(file + ".br"));
        addSibling(variants, "gzip", Path.of(file + ".gz"));
        variants.add(new Variant(null, file, Files.size(file)));
        String extension = address.substring(address.lastIndexOf('.') + 1);
        return new WebAsset(
                TYPES.getOrDefault(extension, "application/octet-stream"),
                etag(file),
                cacheControl(address, extension),
                List.copyOf(variants));
    }

    private static void addSibling(List<Variant> variants, String encoding, Path file) throws IOException {
        if (Files.exists(file)) {
            variants.add(new Variant(encoding, file, Files.size(file)));
        }
    }

    private static String cacheControl(String address, String extension) {
        if (HASHED.matcher(address).matches()) {
            return FOR_EVER;
        }
        // The start page and the service worker name the hashed files: an old one would lead to files that are gone.
        return List.of("html", "js", "webmanifest").contains(extension) ? ASK_AGAIN : A_DAY;
    }

    private static String etag(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
