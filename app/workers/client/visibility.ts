import type { TrainingMode } from '../protocol';

/** Pauses a run while its tab is hidden, and lets it go on when it is seen again. */
export class VisibilityPause {
  /** Hidden tabs train on when the visitor asked for it. */
  allowed = false;
  private interrupted: TrainingMode | null = null;

  constructor(
    private readonly present: () => TrainingMode,
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
    const mode = this.present();
    if (document.hidden) {
      if (this.allowed || (mode !== 'play' && mode !== 'slow')) return;
      void this.change('pause').then(() => (this.interrupted = mode));
    } else if (this.interrupted) {
      void this.change(this.interrupted);
    }
  };
}
