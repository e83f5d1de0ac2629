/** Lets all go on that waits for nothing else. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => setTimeout(done));
}
