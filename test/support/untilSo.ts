/** Waits until something is so, looking every few milliseconds; what `holds` throws ends it. The test sets its limit. */
export async function untilSo(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
