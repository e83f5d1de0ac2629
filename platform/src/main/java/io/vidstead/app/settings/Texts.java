package io.vidstead.app.settings;

import io.vidstead.kernel.DataSize;
import io.vidstead.kernel.ServerRole;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns settings' texts into values; each method throws IllegalArgumentException with a message for people. */
final class Texts {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F:.]+(/\\d{1,3})?");

    private Texts() {}

    static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        return text.strip();
    }

    static Function<String, Integer> number(int min, int max) {
        return text -> {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // told below
            }
            throw new IllegalArgumentException("must be a whole number from " + min + " to " + max);
        };
    }

    static boolean flag(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    static DataSize size(String text) {
        DataSize size = DataSize.parse(text);
        if (size.bytes() == 0) {
            throw new IllegalArgumentException("must be more than nothing");
        }
        return size;
    }

    /** Absent: for ever. */
    static Optional<Duration> keepOrDuration(String text) {
        return text.strip().equals("keep") ? Optional.empty() : Optional.of(duration(text));
    }

    static Duration duration(String text) {
        Matcher match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("not a duration such as 30s, 15m, 24h or 30d");
        }
        long amount = Long.parseLong(match.group(1));
        Duration duration = switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        if (duration.isZero()) {
            throw new IllegalArgumentException("must be more than nothing");
        }
        return duration;
    }

    static URI webAddress(String text) {
        URI uri = URI.create(filled(text));
        if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("must be a full address such as https://videos.example.org");
        }
        if (!String.valueOf(uri.getRawPath()).matches("/?") || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("must name a host only, with no path");
        }
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** An address with a path, of a service. */
    static URI serviceAddress(String text) {
        URI uri = URI.create(filled(text));
        if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("must be a full address such as https://api.example.org/v1");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must have no user, query or fragment");
        }
        return uri;
    }

    static URI contact(String text) {
        URI uri = URI.create(filled(text));
        if (!Set.of("mailto", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("must be an address such as mailto:admin@example.org");
        }
        return uri;
    }

    static String postgresUrl(String text) {
        if (!text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("must start with jdbc:postgresql:");
        }
        return text.strip();
    }

    static Set<ServerRole> roles(String text) {
        Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
        for (String name : items(text)) {
            roles.add(oneOf(ServerRole.class).apply(name));
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("at least one role is needed");
        }
        return Set.copyOf(roles);
    }

    static List<String> networks(String text) {
        List<String> networks = items(text);
        for (String network : networks) {
            if (!NETWORK.matcher(network).matches()) {
                throw new IllegalArgumentException(network + " is no address or network");
            }
        }
        return networks;
    }

    static Function<String, String> oneOf(String... allowed) {
        return text -> {
            if (!List.of(allowed).contains(text.strip())) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", allowed));
            }
            return text.strip();
        };
    }

    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text.strip() + " is not known"));
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
