/**
 * Something costly (a worker) that is kept while it is used and for a while after, then released.
 * Used again after that, it is made anew: what was released is never handed out a second time.
 */

/** Calls back after `ms`; gives what calls that off. Tests pass one of their own. */
export type After = (ms: number, callback: () => void) => () => void;

export interface WhileUsedOptions<T> {
  make: () => T;
  end: (held: T) => void;
  /** It is released after so long without a use, in ms. */
  idleMs: number;
  after?: After;
}

export class WhileUsed<T> {
  /** null before the first use, and once it was released. */
  held: T | null = null;
  private users = 0;
  private callOff = (): void => undefined;

  constructor(private readonly options: WhileUsedOptions<T>) {}

  /** Runs `body` with what is held, which stays for as long as any body runs. */
  async use<R>(body: (held: T) => R | Promise<R>): Promise<R> {
    this.callOff();
    this.users++;
    try {
      this.held ??= this.options.make();
      return await body(this.held);
    } finally {
      this.users--;
      if (this.users === 0) this.rest();
    }
  }

  private rest(): void {
    const { end, idleMs, after = timeout } = this.options;
    this.callOff = after(idleMs, () => {
      const { held } = this;
      this.held = null;
      if (held !== null) end(held);
    });
  }
}

const timeout: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};
