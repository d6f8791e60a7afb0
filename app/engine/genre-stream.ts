/** Picking a genre: its support pairs come in over three beats, and the page adapts at each. */
import type { SupportItem } from '../protocol/vocabulary';
import type { AppStore } from '../store/index';
import type { Adapting } from './adapting';
import type { ModelClient } from './client';
import type { Environment } from './environment';

/** Movies a genre's own support set starts with. */
export const OWN_SUPPORT = 8;
/** Movies that are there at each beat: one taste stated, a few, all. */
const BEATS = [1, 3, OWN_SUPPORT];
/** Between a beat's ranking and the next beat: time to see what changed. */
const BEAT_REST_MS = 1000;

export interface GenreStream {
  /** Starts that genre's support set from nothing. */
  pick(genre: string): Promise<void>;
  /** Puts the genre's own support set back, at once. */
  restoreOwn(): Promise<void>;
  /** Fills an empty support set with the genre's own, without a stream. */
  fill(): Promise<void>;
}

export function streamGenres(
  store: AppStore,
  client: ModelClient,
  adapting: Adapting,
  { pause, reducedMotion }: Pick<Environment, 'pause' | 'reducedMotion'>,
): GenreStream {
  /** The genre's own support set, drawn by the worker as training draws its tasks. */
  const own = async (genre: string): Promise<readonly SupportItem[] | null> => {
    const { ownSupport, catalogue, seed } = store.getState();
    if (ownSupport?.genre === genre) return ownSupport.items;
    const scenario = catalogue?.scenarios.findIndex(({ id }) => id === genre) ?? -1;
    if (scenario < 0) return null;
    try {
      const items = await client.ask('sample', { scenario, size: OWN_SUPPORT, seed });
      store.getState().keepOwn(genre, items);
      return items;
    } catch (error) {
      store.getState().fail(error);
      return null;
    }
  };

  const stillAt = (genre: string) => {
    const { setting, support } = store.getState();
    return setting === 'scenario' && support.scenario.genre === genre;
  };

  /** Lets the pairs in beat by beat; an edit or another pick empties `incoming` and ends it. */
  const stream = async (genre: string) => {
    for (const beat of BEATS) {
      if (!stillAt(genre) || store.getState().incoming.length === 0) return;
      store.getState().admit(beat - store.getState().support.scenario.items.length);
      await adapting.ask();
      if (store.getState().incoming.length > 0) await pause(BEAT_REST_MS);
    }
  };

  const pick = async (genre: string) => {
    store.getState().stopStream();
    store.getState().startGenre(genre);
    const items = await own(genre);
    if (!stillAt(genre)) return;
    // Without its movies the genre has nothing to stream: then the empty set's ranking it is.
    if (!items?.length) return adapting.ask();
    if (reducedMotion()) {
      store.getState().fillSupport(items);
      await adapting.ask();
    } else {
      store.getState().setIncoming(items);
      await stream(genre);
    }
    if (!stillAt(genre)) return;
    store.getState().forgetChoice();
    adapting.selectFirst();
  };

  const restoreOwn = async () => {
    const { genre } = store.getState().support.scenario;
    const items = genre === null ? null : await own(genre);
    if (items && stillAt(genre!)) store.getState().editSupport(() => [...items]);
  };

  const fill = async () => {
    const { genre } = store.getState().support.scenario;
    const items = genre === null ? null : await own(genre);
    if (items && stillAt(genre!)) store.getState().fillSupport(items);
  };

  // Undo and links bring other genres back: their own support set is needed to go back to.
  store.subscribe((state, before) => {
    const { genre } = state.support.scenario;
    if (genre !== null && genre !== before.support.scenario.genre) void own(genre);
  });

  return { pick, restoreOwn, fill };
}
