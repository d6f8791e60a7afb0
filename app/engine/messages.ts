/**
 * What a teacher's page may ask of this one in a frame, by `postMessage`: version 1 (`docs/embedding.md`). Off unless
 * the address names the teacher's origin (`?messages=https://school.example`); then only messages of the
 * parent window from that origin are read, and answers go to that origin alone.
 */
import * as v from 'valibot';
import { SETTING_WORDS } from '../../src/kinds';
import { pageSetting } from '../store/address-schemas';
import type { AppStore } from '../store/index';
import { listed } from '../store/ranking';
import { rankingOf, type Answer } from '../store/adaptation';
import { resolvePairs } from '../store/linked-support';
import { MAX_SUPPORT, replace, sameSupport } from '../store/support-edits';
import type { AppState } from '../store/state';

export const VERSION = 1;

const MOST_FILMS = 1000;

const label = v.pipe(v.number(), v.minValue(0), v.maxValue(5), v.multipleOf(0.5));

const Message = v.variant('ask', [
  v.object({
    cmml: v.literal(VERSION),
    id: v.optional(v.union([v.string(), v.number()])),
    ask: v.literal('ranking'),
    first: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_FILMS)), 20),
  }),
  v.object({
    cmml: v.literal(VERSION),
    id: v.optional(v.union([v.string(), v.number()])),
    ask: v.literal('support'),
    setting: v.optional(pageSetting),
    support: v.pipe(
      v.array(v.object({ movie: v.pipe(v.number(), v.integer(), v.minValue(1)), label })),
      v.maxLength(MAX_SUPPORT),
    ),
  }),
]);
type Message = v.InferOutput<typeof Message>;

/** The window that asks and hears; tests bring a stand-in. */
export interface ParentFrame {
  listen(hear: (event: Pick<MessageEvent, 'data' | 'origin' | 'source'>) => void): void;
  /** The window around this one; null: this page is in no frame. */
  parent: Pick<Window, 'postMessage'> | null;
}

const browserWindow = (): ParentFrame => ({
  listen: (hear) => addEventListener('message', hear),
  parent: window.parent === window ? null : window.parent,
});

/** Answers the page of `origin` around this one, from now on. */
export function answerMessages(store: AppStore, origin: string, frame = browserWindow()): void {
  const { listen, parent } = frame;
  if (!parent) return;
  const say = (message: object): void => parent.postMessage({ cmml: VERSION, ...message }, origin);
  listen(({ data, origin: from, source }) => {
    if (from !== origin || source !== (parent as unknown)) return;
    // Others on the page may speak to it too: what does not say that it is ours is not answered.
    if (typeof data !== 'object' || data === null || !('cmml' in data)) return;
    const { id } = data as { id?: unknown };
    const parsed = v.safeParse(Message, data);
    if (!parsed.success) return say({ id, error: problemOf(data, parsed.issues[0]) });
    void answer(store, parsed.output).then(
      (found) => say({ id, ...found }),
      (error: unknown) =>
        say({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
  say({ ready: true });
}

function problemOf(data: object, issue: v.BaseIssue<unknown>): string {
  const { cmml } = data as { cmml?: unknown };
  if (cmml !== VERSION) return `version ${String(cmml)} is not spoken here, but ${VERSION}`;
  return `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`;
}

async function answer(store: AppStore, message: Message): Promise<object> {
  if (message.ask === 'ranking') return { ranking: rankingIn(store, await settled(store), message.first) }; // prettier-ignore
  const { catalogue, setting } = store.getState();
  if (!catalogue) throw new Error('the movies are not there yet');
  const wanted = message.setting ?? setting;
  const pairs = message.support.map(({ movie, label: of }) => ({ id: movie, label: of }));
  const { items, lost } = resolvePairs(pairs, catalogue, wanted);
  if (wanted !== setting) store.getState().setSetting(wanted);
  store.getState().editSupport(replace(items));
  const found = await settled(store);
  return { support: supportIn(store, found), leftOut: lost };
}

/** The answer to the present support set, over the whole catalogue, once it is there. */
function settled(store: AppStore): Promise<Answer> {
  const of = ({ answer: found, support, setting, incoming, waiting }: AppState): Answer | null =>
    found?.source === 'live' && found.adaptation.complete && found.setting === setting &&
    !waiting && incoming.length === 0 && sameSupport(found.support.items, support[setting].items)
      ? found
      : null; // prettier-ignore
  return new Promise((resolve, reject) => {
    const look = (state: AppState): void => {
      const found = of(state);
      if (!found && !state.failure) return;
      stop();
      if (found) resolve(found);
      else reject(new Error('the model did not answer'));
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}

const supportIn = (store: AppStore, { support }: Answer) => {
  const { movies } = store.getState().catalogue!;
  return support.items.map(({ item, label: of }) => ({ movie: movies.id[item], label: of }));
};

function rankingIn(store: AppStore, found: Answer, first: number) {
  const { movies } = store.getState().catalogue!;
  const { order, support } = rankingOf(found);
  const films = [...listed(order, support, null).subarray(0, first)];
  return {
    setting: SETTING_WORDS[found.setting],
    support: supportIn(store, found),
    films: films.map((item, k) => ({
      rank: k + 1,
      movie: movies.id[item],
      title: movies.title[item],
      year: movies.year[item] || null,
      score: found.adaptation.scores[item],
    })),
  };
}
