package io.vidstead.catalog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** {@code /api/v1/categories}: the shelves. They change with releases only. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
class CategoryResource {

    /** All categories, in the order they are to be shown. */
    record Categories(List<Entry> categories) {}

    /** One category, with its English name. */
    record Entry(String id, String name) {}

    private static final Categories ALL = new Categories(Arrays.stream(Category.values())
            .map(category -> new Entry(category.code(), category.title()))
            .toList());

    @GET
    public Categories list() {
        return ALL;
    }
}
