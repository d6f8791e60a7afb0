/** Keeps the context map in step with the model: every few seconds while it trains, if the map is in sight. */
import type { AppStore } from '../store/index';
import { isSeen } from '../store/visibility';
import { throttle } from './throttle';
import type { ModelClient } from './client';

/** A map encodes some two thousand support sets: while training, not more often than this. */
const REST_MS = 2500;

export interface Mapping {
  /** Asks for the map again; without `keepBasis` the axes are fitted anew. */
  refresh(keepBasis: boolean): Promise<void>;
}

export function keepMapping(
  store: AppStore,
  client: ModelClient,
  pause: (ms: number) => Promise<void>,
): Mapping {
  const draw = async (keepBasis: boolean) => {
    try {
      const { projection } = store.getState();
      store.getState().showMap(await client.ask('map', { projection, keepBasis }));
    } catch (error) {
      store.getState().failMap(error);
    }
  };

  const drawAgain = throttle(REST_MS, () => draw(true), pause);
  let looking = false;
  // The axes stay when the model has trained on: nobody misses that map while it is out of sight.
  const follow = async () => {
    if (looking) return;
    looking = true;
    await inSight(store);
    looking = false;
    await drawAgain();
  };
  const refresh = (keepBasis: boolean) => (keepBasis ? follow() : draw(false));

  store.subscribe((state, before) => {
    if (state.projection !== before.projection) void refresh(false);
  });

  return { refresh };
}

/** Resolves once the map's panel is in sight. */
function inSight(store: AppStore): Promise<void> {
  if (isSeen(store.getState(), 'context')) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (!isSeen(state, 'context')) return;
      stop();
      resolve();
    });
  });
}
