package io.vidstead.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shelf a video stands on. Its code is the stable name in the API, its title the English one. */
public enum Category {
    FILM("Film & Animation"),
    AUTOS("Autos & Vehicles"),
    MUSIC("Music"),
    PETS("Pets & Animals"),
    SPORTS("Sports"),
    TRAVEL("Travel & Events"),
    GAMING("Gaming"),
    PEOPLE("People & Blogs"),
    COMEDY("Comedy"),
    ENTERTAINMENT("Entertainment"),
    NEWS("News & Politics"),
    HOWTO("Howto & Style"),
    EDUCATION("Education"),
    SCIENCE("Science & Technology"),
    NONPROFIT("Nonprofits & Activism");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** Finds by code, in any letter case ("Entertainment" as well as "entertainment"). */
    public static Optional<Category> find(String code) {
        return Arrays.stream(values())
                .filter(c -> c.name().equalsIgnoreCase(code))
                .findFirst();
    }
}
