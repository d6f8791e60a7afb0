/** Asking the browser to spare what it keeps. */

/**
 * Asks that what is stored here stays even where the disk is full or nobody came for a while. Asked
 * when the visitor saves something, as some browsers pass the question on; it may be refused, and
 * what was saved is saved either way.
 *
 * @returns whether the browser said yes
 */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
