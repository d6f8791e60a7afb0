/** The run as the page sees it: what is newest and what is shown. It keeps the adapter at what is shown. */
import type { TrainerNotice } from '../../protocol/trainer';
import type { Checkpoint, CheckpointMark } from './checkpoints';
import { Forwarder } from './forwarder';
import { History } from './history';

export interface TimelineOptions {
  /** Hands parameters to the adapter. */
  send: (checkpoint: Checkpoint) => Promise<unknown>;
  onSent: (checkpoint: Checkpoint) => void;
  /** Hears what the time scrubber offers whenever that changes. */
  onMarks: (marks: CheckpointMark[]) => void;
}

export class Timeline extends History {
  private readonly forwarder: Forwarder;

  constructor(private readonly options: TimelineOptions) {
    super();
    const { send, onSent } = options;
    this.forwarder = new Forwarder({ wanted: () => this.current(), send, onSent });
  }

  override keep(snapshot: Extract<TrainerNotice, { type: 'snapshot' }>): void {
    super.keep(snapshot);
    this.changed();
    if (!this.shown) void this.forwarder.forward();
  }

  override put(checkpoint: Checkpoint): void {
    super.put(checkpoint);
    this.changed();
    void this.forwarder.forward();
  }

  override forget(): void {
    super.forget();
    this.changed();
  }

  /** Shows `checkpoint` everywhere; null shows the newest again. */
  show(checkpoint: Checkpoint | null): void {
    if (checkpoint === this.shown) return;
    this.shown = checkpoint;
    void this.forwarder.forward();
  }

  private changed(): void {
    this.options.onMarks(this.marks());
  }
}
