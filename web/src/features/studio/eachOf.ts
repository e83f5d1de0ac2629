const AT_ONCE = 4;

/** Does the same for many, a few at once; answers which failed and why. */
export async function eachOf(
  ids: readonly string[],
  work: (id: string) => Promise<void>,
): Promise<{ id: string; error: unknown }[]> {
  const failures: { id: string; error: unknown }[] = [];
  const left = [...ids];
  const lane = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      try {
        await work(id);
      } catch (error) {
        failures.push({ id, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, lane));
  return failures;
}
