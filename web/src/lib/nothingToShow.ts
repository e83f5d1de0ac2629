/** For `throwOnError`: a page fails as a whole only while it has nothing; what is there stays when it cannot be renewed. */
export const nothingToShow = (_: Error, query: { state: { data: unknown } }): boolean => query.state.data === undefined;
