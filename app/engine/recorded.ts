/**
 * The first paint: what the default genre's adaptation gave when `npm run record-start` ran it
 * through the shipped checkpoint. Shown as *recorded* until the adapter answers.
 */
import * as v from 'valibot';
import { UNKNOWN } from '../store/ranking';
import type { Answer } from '../store/adaptation';
import type { AppStore } from '../store/index';
import type { MovieLabel } from '../store/catalogue';
import { RecordedStartSchema, type RecordedStart } from './recorded-format';
import { INITIAL_ADDRESS, printAddress, type Address } from '../store/url';

const floats = (rows: number[][]) => rows.map((row) => Float32Array.from(row));

/** Puts a recorded start into the store. */
export function showRecorded(store: AppStore, recorded: RecordedStart): void {
  const { items, support, ranking, genre, detail, map } = recorded;
  const order = new Uint32Array(items).fill(UNKNOWN);
  const before = new Uint32Array(items).fill(UNKNOWN);
  const scores = new Float32Array(items).fill(NaN);
  ranking.forEach((row, place) => {
    order[place] = row.item;
    scores[row.item] = row.score;
    if (row.before > 0) before[row.before - 1] = row.item;
  });
  const pairs = support.map(({ item, label }) => ({ item, label }));
  const label = ({ title, year }: MovieLabel): MovieLabel => ({ title, year });
  const set = { genre: genre.id, items: pairs };
  const { gamma, beta } = detail;
  const answer: Answer = {
    setting: 'scenario',
    support: set,
    interventions: null,
    source: 'recorded',
    scale: recorded.scale,
    adaptation: {
      context: Float32Array.from(recorded.context),
      point: recorded.point,
      order,
      scores,
      complete: false,
      intervened: false,
      cost: { ...recorded.cost, gradientSteps: 0, backend: 'wasm' },
      steps: 0,
    },
  };
  store.getState().showRecorded({
    recordedTitles: new Map([...support, ...ranking].map((row) => [row.item, label(row)])),
    recordedGenre: genre.name,
    support: set,
    selected: detail.item,
    map: {
      projection: 'linear',
      points: Float32Array.from(map.points),
      scenario: Uint16Array.from(map.scenario),
      explained: map.explained,
      purity: null,
      heldOut: null,
      steps: 0,
    },
    reference: {
      kind: 'unadapted',
      ranking: { order: before, scores, support: [] },
      steps: null,
    },
    answer,
    modulationViews: {
      of: answer,
      detail: {
        item: detail.item,
        score: detail.score,
        hybrid: Float32Array.from(detail.hybrid),
        modulation: { kind: 'film', gamma: floats(gamma), beta: floats(beta) },
      },
      average: null,
    },
  });
}

/** A recorded start answers only the page as it opens without a link. */
export function recordedFits(address: Address): boolean {
  const { data, setting, genre, support, variant, seed, movie } = address;
  const model = { ...INITIAL_ADDRESS, data, setting, genre, support, variant, seed, movie };
  return printAddress(model) === '';
}

/**
 * Fetches and checks the recorded start; null where there is none or it cannot be read (the page
 * then starts with skeletons and the worker's answer).
 */
export async function fetchRecorded(base: string): Promise<RecordedStart | null> {
  try {
    const response = await fetch(new URL('recorded/start.json', base));
    if (!response.ok) return null;
    const parsed = v.safeParse(RecordedStartSchema, await response.json());
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
