/** Which of several tabs keeps the autosave: the first that is open, by a lock of the browser. */

/** Never settles: a lock is held for as long as its tab lives. */
const forAsLongAsTheTab = (): Promise<never> => new Promise(() => undefined);

export interface Turns {
  /** Another tab keeps the autosave now. */
  wait(): void;
  /** This tab keeps it from now on; `waited`: after another tab was closed. */
  take(waited: boolean): void;
}

/**
 * Asks for the autosave of `data`, and waits for it in the background while another tab has it.
 * Where the browser has no locks (plain `http`, older ones) every tab keeps it.
 */
export async function claimAutosave(
  data: string,
  { wait, take }: Turns,
  locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks,
): Promise<void> {
  if (!locks) return take(false);
  const name = `cmml-autosave/${data}`;
  const hold = (waited: boolean) => {
    take(waited);
    return forAsLongAsTheTab();
  };
  try {
    await locks.request(name, { ifAvailable: true }, (lock) => (lock ? hold(false) : null));
    wait();
    await locks.request(name, () => hold(true));
  } catch {
    // Storage is blocked here: whether anything can be kept shows when it is tried.
    take(false);
  }
}
