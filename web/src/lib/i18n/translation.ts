/** The same keys as the English texts, any words: a missing or surplus key fails the type check. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
