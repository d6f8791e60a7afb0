/** Figures of the families of tasks in words: percent, differences with their interval, and as a table. */
import type { useLazyStrings } from '../../strings/lazy';
import type { FigureTable } from '../figure/Figure';
import { percent, signed } from './share-words';
import type { FamilyDifference, Recorded } from './useFamilies';

export const METRICS = [
  'two-tastes', 'two-tastes/worse', 'two-tastes/inside', 'two-tastes/smaller', 'but-not', 'few', 'ordinary',
] as const; // prettier-ignore
export type FamilyMetric = (typeof METRICS)[number];

export type FamilySummary = Recorded['summaries'][number];

export type Words = ReturnType<typeof useLazyStrings>['tastes']['families'];

export function differenceWords({ seeds, episodes, finding }: FamilyDifference, t: Words): string {
  const interval = `${signed(seeds.mean)} [${signed(episodes.low)}, ${signed(episodes.high)}]`;
  return finding === 'none shown' ? `${interval} ${t.tie}` : interval;
}

/** Why there is no difference: what was recorded without one is what the others are compared with. */
export const standsAlone = (recorded: FamilySummary | undefined, t: Words): string =>
  recorded?.difference ? t.noReference : t.reference;

export function tableOf(
  recorded: readonly FamilySummary[],
  here: readonly FamilySummary[],
  t: Words & { here: (effort: string) => string },
): FigureTable {
  const recordedOf = (id: string) => recorded.find(({ system }) => system === id);
  const row = (
    { system, seeds, mean, difference }: FamilySummary,
    of: (name: string) => string,
  ) => [
    of(t.systems[system] ?? system),
    seeds.join(' '),
    ...METRICS.flatMap((id) => [
      percent(mean[id]),
      difference ? differenceWords(difference[id], t) : standsAlone(recordedOf(system), t),
    ]),
  ];
  return {
    columns: [t.system, t.seedsHead, ...METRICS.flatMap((id) => [t.metrics[id].name, t.less])],
    rows: [
      ...recorded.map((summary) => row(summary, (name) => name)),
      ...here.map((summary) => row(summary, (name) => t.here(name))),
    ],
  };
}
