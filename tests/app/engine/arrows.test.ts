import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rankedView } from '../../../app/components/recommendations/view';
import { createAppStore, type AppStore } from '../../../app/store';
import type { Answer } from '../../../app/store/adaptation';
import { createCatalogue } from '../../../app/store/catalogue';
import { Engine } from '../../../app/engine';
import { NEW } from '../../../app/store/ranking';
import { scopeItems } from '../../../app/store/scope';
import { clear, put, remove } from '../../../app/store/support-edits';
import type { Scenario } from '../../../src/data/types';
import { rankAmong, scoresOf, SlowClient, type Made } from '../support/ranking-world';

const MOVIES = 60;

const scenario = (id: string, k: number): Scenario => ({
  id,
  name: id,
  genres: [0],
  family: 'other',
  fold: 'metaTrain',
  items: Uint32Array.from({ length: MOVIES / 2 }, (_, n) => 2 * n + (k % 2)),
});

const catalogue = createCatalogue(
  {
    count: MOVIES,
    id: Int32Array.from({ length: MOVIES }, (_, item) => 1000 + item),
    title: Array.from({ length: MOVIES }, (_, item) => `Movie ${item}`),
    year: new Int16Array(MOVIES).fill(1999),
    genres: new Uint32Array(MOVIES).fill(1),
  },
  [scenario('horror+sci-fi', 0), scenario('comedy', 1), scenario('war', 2)],
);

interface Walk {
  store: AppStore;
  client: SlowClient;
  engine: Engine;
}

async function open(ms: () => number): Promise<Walk> {
  vi.stubGlobal('location', { search: '', pathname: '/', hash: '' });
  vi.stubGlobal('history', { pushState: () => undefined, replaceState: () => undefined });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }));
  const store = createAppStore();
  const client = new SlowClient(MOVIES, ms);
  const engine = new Engine(store, {
    base: 'http://localhost/',
    makeClient: () => Promise.resolve(client),
    loadCatalogue: () => Promise.resolve(catalogue),
    painted: () => Promise.resolve(),
    pause: (wait) => new Promise((resolve) => setTimeout(resolve, wait)),
    reducedMotion: () => false,
  });
  return { store, client, engine };
}

/** What may happen on the page, each with what it does. */
const step = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 900 }) }),
  fc.record({ do: fc.constant('pick' as const), k: fc.integer({ min: 0, max: 2 }) }),
  fc.record({
    do: fc.constant('put' as const),
    item: fc.integer({ min: 0, max: MOVIES - 1 }),
    liked: fc.boolean(),
  }),
  fc.record({ do: fc.constant('train' as const), steps: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('override' as const), value: fc.integer({ min: 1, max: 3 }) }),
  fc.constantFrom(
    ...(
      ['remove', 'clear', 'undo', 'redo', 'own', 'release', 'variant', 'setting', 'pin'] as const
    ).map((name) => ({ do: name })),
    { do: 'scope' as const },
  ),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let weights = 0;

async function take(one: Step, { store, client, engine }: Walk): Promise<void> {
  const state = store.getState();
  const { items } = state.support[state.setting];
  switch (one.do) {
    case 'wait':
      return void (await vi.advanceTimersByTimeAsync(one.ms));
    case 'pick':
      if (state.setting === 'scenario') void engine.pickGenre(catalogue.scenarios[one.k].id);
      return;
    case 'put':
      return state.editSupport(put(one.item, Number(one.liked)));
    case 'remove':
      return items.length > 0 ? state.editSupport(remove(items[0].item)) : undefined;
    case 'train':
      // As many steps need not mean the same weights: a reset, a file.
      return void client.put(++weights, one.steps);
    case 'override': {
      const cell = { target: 'gamma', layer: 0, unit: 3, value: one.value } as const;
      return state.intervene({ cells: [cell] });
    }
    case 'release':
      return state.intervene(null);
    case 'clear':
      return state.editSupport(clear);
    case 'undo':
      return state.undo();
    case 'redo':
      return state.redo();
    case 'own':
      return void engine.restoreOwn();
    case 'variant': {
      const { modulation } = state.variants[state.setting];
      return state.chooseVariant({ modulation: modulation === 'film' ? 'soft' : 'film' });
    }
    case 'setting':
      return state.setSetting(state.setting === 'scenario' ? 'user' : 'scenario');
    case 'pin':
      return state.togglePinnedRanking();
    case 'scope':
      return state.setScope(state.scope === 'all' ? 'genre' : 'all');
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Follows the page, and says what each arrow must be by what the caption claims. */
class Witness {
  /** Whole answers as they were shown, of the present variant. */
  private shown: Answer[] = [];
  private pinned: Answer | null = null;
  readonly faults: string[] = [];
  arrows = 0;
  readonly kinds = new Set<string>();

  constructor(private readonly walk: Walk) {
    walk.store.subscribe((state, before) => {
      if (state.pinned !== before.pinned) this.pinned = state.pinned?.answer ?? null;
      if (!state.model) this.shown = [];
      const { answer } = state;
      if (answer !== before.answer && answer?.adaptation.complete && answer.source === 'live') {
        this.shown.push(answer);
      }
      const isSame = (['answer', 'reference', 'scope', 'setting'] as const).every(
        (key) => state[key] === before[key],
      );
      // What is thrown here would be thrown into the page: it is told at the end.
      if (!isSame) this.faults.push(...this.check());
    });
  }

  private madeOf(answer: Answer): Made {
    const made = this.walk.client.made.get(answer.adaptation.order);
    if (!made) throw new Error('this ranking was never whole');
    const { support, interventions, variant } = made;
    if (!same(support, answer.support.items) || !same(interventions, answer.interventions)) {
      throw new Error('the answer is about something else');
    }
    if (JSON.parse(variant).setting !== answer.setting) throw new Error('of the other setting');
    return made;
  }

  /** What the arrows are measured against, if the caption tells the truth. */
  private claimed(kind: string, answer: Answer): Made {
    const own = this.madeOf(answer);
    const earlier = [...this.shown].reverse();
    if (kind === 'unadapted') return { ...own, support: [], interventions: null };
    if (kind === 'pinned') return this.madeOf(this.pinned!);
    const other = (one: Answer) =>
      !same(one.support.items, answer.support.items) || one.interventions !== answer.interventions;
    const found = earlier.find(
      kind === 'edit' ? other : ({ interventions }) => interventions === null,
    );
    return this.madeOf(found!);
  }

  private check(): string[] {
    const { answer, reference, scope, setting } = this.walk.store.getState();
    if (!answer || answer.setting !== setting || !reference) return [];
    const within = scopeItems(scope, answer, catalogue);
    const { list, moves } = rankedView(answer, reference, within);
    if (!moves) return [];
    try {
      const claimed = this.claimed(reference.kind, answer);
      this.kinds.add(reference.kind);
      return this.compare(answer, claimed, within, list, moves).map(
        (line) => `${reference.kind}: ${line}`,
      );
    } catch (error) {
      return [`${reference.kind}: ${(error as Error).message}`];
    }
  }

  private compare(
    answer: Answer,
    claimed: Made,
    within: ReadonlySet<number> | null,
    list: Uint32Array,
    moves: Float64Array,
  ): string[] {
    const now = scoresOf(this.madeOf(answer), MOVIES);
    const then = scoresOf(claimed, MOVIES);
    const held = new Set(answer.support.items.map(({ item }) => item));
    const before = new Set(claimed.support.map(({ item }) => item));
    const all = Array.from({ length: MOVIES }, (_, item) => item);
    const candidates = all.filter((item) => !held.has(item) && (!within || within.has(item)));
    const both = candidates.filter((item) => !before.has(item));
    if (list.length !== candidates.length) return [`${list.length} are listed`];
    const faults = [...list].flatMap((item, k) => {
      this.arrows++;
      const rank = rankAmong(item, candidates, now);
      if (rank !== k + 1) return [`${item} is at ${k + 1}, not ${rank}`];
      const move = before.has(item) ? NEW : rankAmong(item, both, then) - rank;
      return moves[k] === move ? [] : [`${item} says ${moves[k]}, not ${move}`];
    });
    return faults.slice(0, 1);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('every arrow of the list', () => {
  it('is what its caption says, after any walk and at any moment of it', async () => {
    const kinds = new Set<string>();
    let arrows = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 14 }),
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 }),
        async (steps, times) => {
          let at = 0;
          const walk = await open(() => times[at++ % times.length]);
          const witness = new Witness(walk);
          let opened = false;
          void walk.engine.begin().then(() => (opened = true));
          await vi.dynamicImportSettled();
          // A visitor may be quicker than the page's start.
          await vi.advanceTimersByTimeAsync(times[0] * 10);
          for (const one of steps) await take(one, walk);
          const isBusy = () =>
            walk.store.getState().waiting || walk.store.getState().incoming.length;
          for (let k = 0; k < 30 && (k < 2 || isBusy()); k++) {
            await vi.advanceTimersByTimeAsync(2000);
          }
          expect(opened).toBe(true);
          expect(witness.faults).toEqual([]);
          const { answer, waiting, reference } = walk.store.getState();
          expect(waiting).toBe(false);
          expect(answer?.adaptation.complete).toBe(true);
          expect(reference).not.toBeNull();
          arrows += witness.arrows;
          witness.kinds.forEach((kind) => kinds.add(kind));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 60), seed: 20261128 },
    );
    expect(arrows).toBeGreaterThan(10_000);
    expect([...kinds].sort()).toEqual(['edit', 'free', 'pinned', 'unadapted']);
  }, 120_000);
});
