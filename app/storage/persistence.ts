/** Asking the browser to spare what it keeps. */

/**
 * Asks the browser to keep what is stored here, even when the disk is full or after weeks without a visit. Asked
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
