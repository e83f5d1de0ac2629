package io.vidstead.catalog;

import io.vidstead.kernel.Pagination;
import java.util.List;

/** A page of a list of videos. */
record VideoList(List<VideoCard> videos, Pagination pagination) {}
