/**
 * Of several tables, which one holds who took what, and which others say more about the items. Judged
 * by columns and cells, hardly by names: `rating.csv` lies beside `anime.csv` as often as `train.dat`.
 */
import { wordsOf } from './names';
import { looksLikeRatings } from './guess';
import type { FoundEncoding } from './encoding';
import type { Source } from './source';
import type { TablePreview } from './table';

export interface Candidate {
  name: string;
  source: Source;
  preview: TablePreview;
  encoding: FoundEncoding;
}

/** Where a table says more about the items of another. */
export interface Join {
  candidate: Candidate;
  /** Its column of item keys. */
  key: number;
  title: number | null;
  scenario: number | null;
  year: number | null;
}

/** Below this a table is no table of who took what. */
export const INTERACTIONS = 3;

const LIKELY =
  /rating|interact|review|play|purchase|event|watch|listen|click|^u\.data$|\.inter$|train/;
const UNLIKELY = /test|valid|sample|demo|tag|link|genome|\bua?\.base|\.test$|metadata|^users?\b/;

/** How much a table looks like one of who took what. */
export function interactionsWorth({ name, preview }: Candidate): number {
  const { guess, profiles, ratings, looked } = preview;
  const { user, item, rating, time } = guess;
  if (user === undefined || item === undefined || profiles.length < 2 || looked === 0) return 0;
  let worth = 2;
  const [who, what] = [profiles[user], profiles[item]];
  // The same people and things come again; in a table of things each has one row.
  if (who.different < 0.9) worth += 2;
  if (what.different < 0.9) worth += 1.5;
  else if (who.different >= 0.9) worth -= 2;
  if (preview.header && user !== item) worth += 0.5;
  if (what.letters > 12) worth -= 0.5;
  if (rating !== undefined && looksLikeRatings(profiles[rating], ratings[rating])) worth += 1;
  if (time !== undefined && profiles[time].times) worth += 0.5;
  if (LIKELY.test(name)) worth += 0.75;
  if (UNLIKELY.test(name)) worth -= 0.75;
  return worth;
}

/** The table of interactions among `candidates`, and whether another is nearly as likely. */
export function chooseInteractions(candidates: readonly Candidate[]): {
  chosen: number;
  worth: number;
  unsure: boolean;
} {
  const worths = candidates.map((candidate) => interactionsWorth(candidate));
  const order = [...worths.keys()].sort(
    (a, b) => worths[b] - worths[a] || candidates[b].source.size - candidates[a].source.size,
  );
  const [chosen, next] = order;
  return {
    chosen,
    worth: worths[chosen],
    unsure: next !== undefined && worths[next] >= INTERACTIONS && worths[chosen] - worths[next] < 1,
  };
}

const sameName = (a: string, b: string): boolean => {
  const [x, y] = [wordsOf(a).join(''), wordsOf(b).join('')];
  return x !== '' && x === y;
};

const OVERLAP = 0.2;

/** What the other tables say about the items of `column` of `chosen`, the most telling first. */
export function joinsOf(chosen: Candidate, column: number, others: readonly Candidate[]): Join[] {
  const wanted = chosen.preview.values[column];
  const name = chosen.preview.header || chosen.preview.keys ? chosen.preview.columns[column] : '';
  const joins = others.flatMap((candidate): Join[] => {
    const { columns, profiles, values } = candidate.preview;
    const shares = columns.map((other, at) => {
      // A key names each thing once, or nearly.
      if (profiles[at].different < 0.9) return 0;
      const shared = shareOf(wanted, values[at]);
      return shared > 0 && sameName(other, name) ? 1 + shared : shared;
    });
    const key = shares.indexOf(Math.max(...shares, 0));
    if (key < 0 || shares[key] < OVERLAP) return [];
    const { title, scenario, year } = factColumns(candidate.preview, key);
    if (title === null && scenario === null && year === null) return [];
    return [{ candidate, key, title, scenario, year }];
  });
  const worth = ({ title, scenario }: Join): number => (title === null ? 0 : 2) + (scenario === null ? 0 : 1); // prettier-ignore
  return joins.sort((a, b) => worth(b) - worth(a));
}

function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  let shared = 0;
  for (const value of wanted) if (there.has(value)) shared += 1;
  return shared / Math.max(wanted.size, 1);
}

/** Which columns of a table of things hold title, categories and year. */
function factColumns({ columns, profiles, guess, header, keys }: TablePreview, key: number) {
  const named = header || keys !== undefined;
  const other = (column: number | null | undefined): number | null =>
    column === undefined || column === null || column === key ? null : column;
  let title = other(guess.title);
  let scenario = other(guess.scenario);
  const year = other(guess.year);
  const free = columns.map((_, at) => at).filter((at) => at !== key && at !== scenario && at !== year); // prettier-ignore
  // Without names: text that differs from row to row is the title, lists of a few words the categories.
  if (title === null) {
    const item = other(guess.item);
    const isText = (at: number): boolean =>
      profiles[at].filled > 0.5 && profiles[at].numeric < 0.5 && profiles[at].letters >= 3;
    if (named && item !== null && isText(item)) title = item;
    else if (!named) title = free.find((at) => isText(at) && profiles[at].different > 0.7) ?? null;
  }
  if (scenario === null && !named) {
    const last = free.filter((at) => at !== title && profiles[at].numeric < 0.5 && profiles[at].letters >= 3 && profiles[at].different < 0.7); // prettier-ignore
    scenario = last.find((at) => profiles[at].lists > 0.05) ?? last[0] ?? null;
  }
  return { title, scenario, year };
}
