/** Waits until `holds` answers true; fails with `what` after the deadline. */
export const waitUntil = async (
  what: string,
  holds: () => Promise<boolean>,
  deadlineMs = 45_000,
): Promise<void> => {
  const deadline = Date.now() + deadlineMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${deadlineMs} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
