package io.vidstead.catalog;

import io.vidstead.kernel.Pagination;
import java.util.List;

/** A page of the studio's list. */
record StudioList(List<StudioVideo> videos, Pagination pagination) {}
