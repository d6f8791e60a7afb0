/** What the ranking would be without each support movie: asked once a support set, on first hover. */
import { rankingOf } from '../adaptation';
import type { AppStore } from '../index';
import { listed } from '../ranking';
import type { ModelClient } from './client';

/** Recommendations whose places without each movie are worked out. */
const FIRST = 60;
/** A pointer that only passes over the tray asks nothing. */
const DWELL_MS = 150;

export function followHover(
  store: AppStore,
  client: ModelClient,
  pause: (ms: number) => Promise<void>,
): void {
  const ask = async () => {
    const { answer, leftOut, hoveredSupport: hovered, incoming } = store.getState();
    if (!answer || answer.source === 'recorded' || incoming.length > 0) return;
    if (leftOut?.answer === answer) return;
    await pause(DWELL_MS);
    if (store.getState().hoveredSupport !== hovered || store.getState().answer !== answer) return;
    const { order, support } = rankingOf(answer);
    const list = listed(order, support, null).subarray(0, FIRST);
    try {
      const effect = await client.leaveOneOut(
        [...answer.support.items],
        [...list],
        answer.held ?? undefined,
      );
      store.setState({ leftOut: { answer, effect } });
    } catch {
      // A preview that fails is no loss: the ranking itself is still there.
    }
  };
  store.subscribe(({ hoveredSupport }, before) => {
    if (hoveredSupport !== null && hoveredSupport !== before.hoveredSupport) void ask();
  });
}
