/** Names of systems, tasks and amounts, as people read them. */
import type { Metric } from '../../../src/kinds';
import type { Catalogue } from '../../store/catalogue';
import type { LazyStrings } from '../../strings/lazy';
import type { RaceRun } from '../../protocol/race';
import type { PageSetting } from '../../protocol/vocabulary';
import { decimals, percent } from '../common/numbers';
import { kindOf, stepsOf, type SystemId } from './systems';

type Words = LazyStrings['race'];

export function nameOf(t: Words, id: SystemId, run?: RaceRun): string {
  const kind = kindOf(id);
  const steps = stepsOf(id);
  if (kind === 'melu') return t.systems.melu.name(steps ?? 0);
  if (kind === 's2meta') return t.systems.s2meta.name(run ? run.backwardPasses : steps);
  return t.systems[kind].name;
}

/** As in the table, where its number of steps is not the point. */
export const levelName = (t: Words, id: 'dcn' | 's2meta' | 'cmml'): string =>
  id === 's2meta' ? t.systems.s2meta.name(null) : t.systems[id].name;

export const helpOf = (t: Words, id: SystemId): string => t.systems[kindOf(id)].help;

/** Recall in percent, errors in stars. */
export const qualityText = (metric: Metric, value: number, language: string): string =>
  metric === 'mae' ? decimals(value, 3, language) : percent(value, language, 1);

/** The same, shorter: on an axis. */
export const qualityTick = (metric: Metric, value: number, language: string): string =>
  metric === 'mae' ? decimals(value, 2, language) : percent(value, language);

const KILO = 1024;

export function bytesText(bytes: number, language: string): string {
  if (bytes === 0) return '0';
  const kilo = bytes / KILO;
  if (kilo < KILO) return `${decimals(kilo, 0, language)} kB`;
  return `${decimals(kilo / KILO, 1, language)} MB`;
}

export function taskName(
  t: Words,
  setting: PageSetting,
  task: number,
  catalogue: Catalogue | null,
): string {
  if (setting === 'scenario') return catalogue?.scenarios[task]?.name ?? `#${task}`;
  return t.held.user(String(task));
}
