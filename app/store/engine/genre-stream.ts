/** Picking a genre: its support pairs come in one by one, and the page adapts after each. */
import type { SupportItem } from '../../workers/protocol';
import type { AppStore } from '../index';
import type { Adapting } from './adapting';
import { failureOf, type ModelClient } from './client';

/** Movies a genre's own support set starts with. */
export const OWN_SUPPORT = 8;
/** Between two arrivals: long enough to see the point travel and the list settle. */
const BEAT_MS = 430;

export interface StreamOptions {
  /** Waits; tests pass a clock of their own. */
  pause(ms: number): Promise<void>;
  reducedMotion(): boolean;
}

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
  { pause, reducedMotion }: StreamOptions,
): GenreStream {
  /** The genre's own support set, drawn by the worker as training draws its tasks. */
  const own = async (genre: string): Promise<readonly SupportItem[] | null> => {
    const { ownSupport, catalogue, seed } = store.getState();
    if (ownSupport?.genre === genre) return ownSupport.items;
    const scenario = catalogue?.scenarios.findIndex(({ id }) => id === genre) ?? -1;
    if (scenario < 0) return null;
    try {
      const items = await client.sample(scenario, OWN_SUPPORT, seed);
      if (store.getState().support.genre.genre === genre) {
        store.setState({ ownSupport: { genre, items } });
      }
      return items;
    } catch (error) {
      store.setState({ failure: failureOf(error) });
      return null;
    }
  };

  const stillAt = (genre: string) => {
    const { setting, support } = store.getState();
    return setting === 'genre' && support.genre.genre === genre;
  };

  /** Lets the pairs in one by one; an edit or another pick empties `incoming` and ends it. */
  const stream = async (genre: string) => {
    while (stillAt(genre) && store.getState().incoming.length > 0) {
      const arrived = adapting.ask;
      store.getState().admit();
      await Promise.all([arrived(), pause(BEAT_MS)]);
    }
  };

  const pick = async (genre: string) => {
    store.setState({ incoming: [] });
    store.getState().startGenre(genre);
    const [items] = await Promise.all([own(genre), adapting.ask()]);
    if (!items || !stillAt(genre)) return;
    if (reducedMotion()) {
      store.getState().fillSupport(items);
      await adapting.ask();
    } else {
      store.getState().setIncoming(items);
      await stream(genre);
    }
    if (!stillAt(genre)) return;
    store.setState({ selectedByVisitor: false });
    adapting.selectFirst();
  };

  const restoreOwn = async () => {
    const { genre } = store.getState().support.genre;
    const items = genre === null ? null : await own(genre);
    if (items && stillAt(genre!)) store.getState().editSupport(() => [...items]);
  };

  const fill = async () => {
    const { genre } = store.getState().support.genre;
    const items = genre === null ? null : await own(genre);
    if (items && stillAt(genre!)) store.getState().fillSupport(items);
  };

  // Undo and links bring other genres back: their own support set is needed to go back to.
  store.subscribe((state, before) => {
    const { genre } = state.support.genre;
    if (genre !== null && genre !== before.support.genre.genre) void own(genre);
  });

  return { pick, restoreOwn, fill };
}
