import type { TrainingMode } from '../protocol/trainer';

/**
 * Pauses a run while its tab is hidden, and lets it go on when it is seen again.
 *
 * A run that may go on needs nothing more: a hidden tab slows the timers of its page (Chromium and
 * Firefox to one a second, WebKit to one in two), but neither messages nor a worker's own timers. In a
 * worker that took turns through a MessageChannel as the trainer does, nothing changed within 40 s of
 * hiding (docs/browsers.md), so its heartbeat, too, arrives in time.
 */
export class VisibilityPause {
  /** Hidden tabs train on when the visitor asked for it. */
  allowed = false;
  private interrupted: TrainingMode | null = null;

  /** @param change is a choice of mode like the visitor's: it calls `forget` at once */
  constructor(
    private readonly currentMode: () => TrainingMode,
    private readonly change: (mode: TrainingMode) => Promise<void>,
  ) {
    globalThis.document?.addEventListener('visibilitychange', this.follow);
  }

  /** The visitor chose a mode: what was interrupted is forgotten. */
  forget(): void {
    this.interrupted = null;
  }

  dispose(): void {
    globalThis.document?.removeEventListener('visibilitychange', this.follow);
  }

  private readonly follow = (): void => {
    const mode = this.currentMode();
    if (document.hidden) {
      if (this.allowed || (mode !== 'play' && mode !== 'slow')) return;
      this.ask('pause');
      // At once: the tab may be seen again before the worker has paused.
      this.interrupted = mode;
    } else if (this.interrupted) {
      this.ask(this.interrupted);
    }
  };

  /** A failure is the worker's, and told by its supervisor. */
  private ask(mode: TrainingMode): void {
    this.change(mode).catch(() => undefined);
  }
}
