package io.vidstead.media.tools;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The ffmpeg build in the jar on the class path, unpacked into a folder whose name tells its content. */
final class PackagedBuild {
    /** Raise when what is done to the unpacked files changes. */
    private static final int REVISION = 1;

    /** The two programs and the libraries they load; not the JNI bindings. */
    private static final Pattern WANTED = Pattern.compile("ffmpeg|ffprobe|lib(?!jni)[\\w.+-]+\\.(so|dylib)[\\w.]*");

    /** What libavdevice asks for to use screens and sound cards. */
    private static final Set<String> DEVICES = Set.of("libxcb", "libasound", "libpulse");

    private static final String TEMPORARY = ".unpacking-";

    private final Path jar;
    private final String prefix;

    private PackagedBuild(Path jar, String prefix) {
        this.jar = jar;
        this.prefix = prefix;
    }

    static PackagedBuild find() {
        var prefix = "org/bytedeco/ffmpeg/" + platform() + "-gpl/";
        var url = PackagedBuild.class.getClassLoader().getResource(prefix + "ffmpeg");
        if (url == null || !url.getProtocol().equals("jar")) {
            throw new MediaException(
                    Code.TOOLS_UNAVAILABLE,
                    "No ffmpeg is packaged for " + platform() + ": install one and name it in the settings.");
        }
        var address = url.toString();
        return new PackagedBuild(
                Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/")))), prefix);
    }

    private static String platform() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "macosx" : "linux";
        var processor = System.getProperty("os.arch", "");
        return system + (processor.equals("aarch64") ? "-arm64" : "-x86_64");
    }

    /** The folder with the programs; unpacks them unless it is there. */
    Path unpackInto(Path toolsFolder) {
        try (var zip = new ZipFile(jar.toFile())) {
            var entries = wantedEntries(zip);
            var folder = toolsFolder.resolve("ffmpeg-" + fingerprint(entries));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(toolsFolder);
                removeAbandoned(toolsFolder);
                unpack(zip, entries, toolsFolder, folder);
            }
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw new MediaException(Code.TOOLS_UNAVAILABLE, "The packaged ffmpeg could not be unpacked", e);
        }
    }

    private List<ZipEntry> wantedEntries(ZipFile zip) {
        var entries = new ArrayList<ZipEntry>();
        zip.stream()
                .filter(entry -> entry.getName().startsWith(prefix))
                .filter(entry -> WANTED.matcher(fileName(entry)).matches())
                .forEach(entries::add);
        return entries;
    }

    private String fileName(ZipEntry entry) {
        return entry.getName().substring(prefix.length());
    }

    private static String fingerprint(List<ZipEntry> entries) {
        var crc = new CRC32();
        crc.update(REVISION);
        for (var entry : entries) {
            for (int shift = 0; shift < 32; shift += 8) {
                crc.update((int) (entry.getCrc() >>> shift));
            }
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** Writes into a folder of our own and renames it: another process sees all of it or nothing. */
    private void unpack(ZipFile zip, List<ZipEntry> entries, Path toolsFolder, Path target) throws IOException {
        var work = Files.createTempDirectory(toolsFolder, TEMPORARY);
        try {
            for (var entry : entries) {
                var file = work.resolve(fileName(entry));
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                if (!fileName(entry).contains("dylib")) {
                    makeIndependent(file);
                }
            }
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException _) {
            Folders.delete(work);
        } catch (IOException e) {
            Folders.delete(work);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void makeIndependent(Path file) throws IOException {
        if (!platform().startsWith("linux")) {
            return;
        }
        var name = file.getFileName().toString();
        if (name.startsWith("libavdevice")) {
            ElfPatch.dropNeeded(file, DEVICES);
        } else if (name.startsWith("ff")) {
            ElfPatch.spreadSearchPath(file);
        }
    }

    /** Deletes what processes left that were killed while unpacking. */
    private static void removeAbandoned(Path toolsFolder) throws IOException {
        var longAgo = Instant.now().minus(Duration.ofHours(1));
        try (var children = Files.newDirectoryStream(toolsFolder, TEMPORARY + "*")) {
            for (var child : children) {
                if (Files.getLastModifiedTime(child).toInstant().isBefore(longAgo)) {
                    Folders.delete(child);
                }
            }
        }
    }
}
