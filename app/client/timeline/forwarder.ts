import type { Checkpoint } from './checkpoints';

export interface ForwarderOptions {
  /** What the adapter is to hold; null: what it loaded by itself. */
  wanted: () => Checkpoint | null;
  /** Hands it over; one at a time. */
  send: (checkpoint: Checkpoint) => Promise<unknown>;
  onSent: (checkpoint: Checkpoint) => void;
}

/** Keeps the adapter at the wanted parameters: newest only, the next when the last has arrived. */
export class Forwarder {
  private busy = false;

  constructor(private readonly options: ForwarderOptions) {}

  async forward(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { wanted, send, onSent } = this.options;
    try {
      for (let sent: Checkpoint | null = null; ;) {
        const next = wanted();
        if (!next || next === sent) break;
        await send(next);
        sent = next;
        onSent(next);
      }
    } catch {
      // The adapter is gone for good, or another model was loaded meanwhile; both are told elsewhere.
    } finally {
      this.busy = false;
    }
  }
}
