package io.vidstead.engines.search;

import java.util.Set;

/** What an entry must be to be found; all of a query's filters hold at once. */
public sealed interface Filter {

    /** Has one of these values. */
    record AnyOf(String keyword, Set<String> values) implements Filter {
        public AnyOf {
            values = Set.copyOf(values);
        }
    }

    /** Belongs to one of these. */
    record Parents(Set<String> parents) implements Filter {
        public Parents {
            parents = Set.copyOf(parents);
        }
    }

    /** Has a number in this range, its ends included. */
    record Between(String number, long least, long most) implements Filter {}
}
