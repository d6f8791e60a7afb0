/** What the ranking would be without each support movie: worked out once a support set, when asked for. */
import { askedOf, rankingOf } from '../store/adaptation';
import type { AppStore } from '../store/index';
import { listed } from '../store/ranking';
import type { ModelClient } from './client';

/** Recommendations whose places without each movie are worked out. */
const FIRST = 60;
/** A pointer that only passes over the tray asks nothing. */
const DWELL_MS = 150;

export interface LeavingOut {
  /** Works it out for the present answer, unless it is known. */
  ask(): Promise<void>;
}

export function keepLeavingOut(
  store: AppStore,
  client: ModelClient,
  pause: (ms: number) => Promise<void>,
): LeavingOut {
  const ask = async () => {
    const { answer, leftOut, incoming } = store.getState();
    if (!answer || answer.source === 'recorded' || incoming.length > 0) return;
    if (leftOut?.answer === answer) return;
    const { order, support } = rankingOf(answer);
    const list = listed(order, support, null).subarray(0, FIRST);
    try {
      const effect = await client.ask('leaveOneOut', {
        ...askedOf(answer),
        items: [...list],
      });
      store.getState().noteLeftOut(answer, effect);
    } catch {
      // A preview that fails is no loss: the ranking itself is still there.
    }
  };
  const dwell = async () => {
    const { answer, hoveredSupport: hovered } = store.getState();
    await pause(DWELL_MS);
    const now = store.getState();
    if (now.hoveredSupport === hovered && now.answer === answer) await ask();
  };
  store.subscribe(({ hoveredSupport }, before) => {
    if (hoveredSupport !== null && hoveredSupport !== before.hoveredSupport) void dwell();
  });
  return { ask };
}
