package io.vidstead.app.settings;

import io.vidstead.kernel.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers settings: flags win over environment variables, those over the configuration file, that over the defaults.
 *
 * <p>The file is the one {@code --config} or {@code VIDSTEAD_CONFIG} names, else {@code vidstead.conf} in the working
 * folder if there is one. It holds {@code key = value} lines; {@code #} starts a comment line.
 */
public final class SettingsSources {

    /** Flags with a short name. */
    private static final Map<String, String> SHORT_FLAGS = Map.of(
            "host", "http.host",
            "port", "http.port",
            "data", "data.dir");

    private static final String CONFIG_FLAG = "config";
    private static final String CONFIG_VARIABLE = "VIDSTEAD_CONFIG";
    private static final String DEFAULT_FILE = "vidstead.conf";

    /** Read by the launcher or the tests, not by the server. */
    private static final Set<String> FOREIGN_VARIABLES =
            Set.of(CONFIG_VARIABLE, "VIDSTEAD_JAVA_OPTS", "VIDSTEAD_SHARED");

    private static final Map<String, Setting<?>> BY_KEY =
            SettingsSchema.ALL.stream().collect(Collectors.toMap(Setting::key, setting -> setting));
    private static final Map<String, Setting<?>> BY_VARIABLE =
            SettingsSchema.ALL.stream().collect(Collectors.toMap(Setting::environmentName, setting -> setting));

    private final List<String> errors = new ArrayList<>();

    private SettingsSources() {}

    /**
     * The texts that were set, and what they mean.
     *
     * @param texts by key, only those that were set somewhere
     */
    public record Loaded(Map<String, String> texts, Settings settings) {}

    /** @throws BadSettings with every error of all sources */
    public static Loaded load(List<String> arguments, Map<String, String> environment, Path workingFolder) {
        return new SettingsSources().gather(arguments, environment, workingFolder);
    }

    /**
     * What the keys mean, when they are all there is.
     *
     * @throws BadSettings with every error
     */
    public static Settings parse(Map<String, String> texts) {
        return SettingsSchema.parse(texts);
    }

    /** All keys that {@link #parse} reads. */
    public static Set<String> keys() {
        return BY_KEY.keySet();
    }

    private Loaded gather(List<String> arguments, Map<String, String> environment, Path workingFolder) {
        Map<String, String> flags = readFlags(arguments);
        Map<String, String> texts = new LinkedHashMap<>();
        configurationFile(flags, environment, workingFolder).ifPresent(file -> texts.putAll(readFile(file)));
        texts.putAll(readEnvironment(environment));
        flags.remove(CONFIG_FLAG);
        texts.putAll(flags);
        @Nullable Settings settings = null;
        try {
            settings = SettingsSchema.parse(texts);
        } catch (BadSettings e) {
            errors.addAll(e.errors());
        }
        if (settings == null || !errors.isEmpty()) {
            throw new BadSettings(errors);
        }
        return new Loaded(Map.copyOf(texts), settings);
    }

    private Map<String, String> readFlags(List<String> arguments) {
        Map<String, String> flags = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                errors.add("\"" + argument + "\" is not understood; settings are given as --key value");
                continue;
            }
            int equals = argument.indexOf('=');
            String name = argument.substring(2, equals < 0 ? argument.length() : equals);
            String key = SHORT_FLAGS.getOrDefault(name, name);
            if (!key.equals(CONFIG_FLAG) && !BY_KEY.containsKey(key)) {
                errors.add("--" + name + ": there is no such setting" + suggestion(name));
            }
            if (equals >= 0) {
                flags.put(key, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                flags.put(key, arguments.get(++i));
            } else {
                errors.add("--" + name + " needs a value");
            }
        }
        return flags;
    }

    private Map<String, String> readEnvironment(Map<String, String> environment) {
        Map<String, String> texts = new LinkedHashMap<>();
        environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("VIDSTEAD_"))
                .filter(variable -> !FOREIGN_VARIABLES.contains(variable.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> {
                    Setting<?> setting = BY_VARIABLE.get(variable.getKey());
                    if (setting == null) {
                        errors.add("environment variable " + variable.getKey() + ": there is no such setting");
                    } else {
                        texts.put(setting.key(), variable.getValue());
                    }
                });
        return texts;
    }

    private Optional<Path> configurationFile(
            Map<String, String> flags, Map<String, String> environment, Path workingFolder) {
        String named = flags.getOrDefault(CONFIG_FLAG, environment.get(CONFIG_VARIABLE));
        if (named != null) {
            return Optional.of(workingFolder.resolve(named));
        }
        return Optional.of(workingFolder.resolve(DEFAULT_FILE)).filter(Files::exists);
    }

    private Map<String, String> readFile(Path file) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            errors.add("the configuration file " + file + " cannot be read: " + e.getMessage());
            return texts;
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = file.getFileName() + " line " + (i + 1);
            int equals = line.indexOf('=');
            if (equals < 0) {
                errors.add(place + ": \"" + line + "\" is not of the form key = value");
                continue;
            }
            String key = line.substring(0, equals).strip();
            if (!BY_KEY.containsKey(key)) {
                errors.add(place + ": " + key + ": there is no such setting" + suggestion(key));
            } else if (texts.putIfAbsent(key, line.substring(equals + 1).strip()) != null) {
                errors.add(place + ": " + key + " is set twice");
            }
        }
        return texts;
    }

    private static String suggestion(String name) {
        return BY_KEY.keySet().stream()
                .filter(key -> key.endsWith("." + name) || key.replace('.', '-').equals(name))
                .findFirst()
                .map(key -> " (did you mean " + key + "?)")
                .orElse("");
    }
}
