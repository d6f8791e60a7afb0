import { useEffect, useRef, useState } from 'react';
import type { PageSetting, SupportItem } from '../../protocol/vocabulary';
import { store, useApp } from '../../store';
import type { Answer } from '../../store/adaptation';
import { movieLabel } from '../../store/catalogue';
import { showsStranger } from '../../store/stranger';
import { listed } from '../../store/ranking';
import type { AppState } from '../../store/state';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { percent } from '../common/numbers';
import type { Differences } from '../../strings/narration';
import { differences, FIRST, type Network, type Scene } from './differences';
import { wayOf } from './way';

/** A burst of changes (a stream, a drag along a slider) is told once, when it is over. */
const QUIET_MS = 700;

interface Told extends Scene {
  /** What the opening lends of a stranger is nothing that the visitor did. */
  isStranger: boolean;
  map: AppState['map'];
  answer: Answer;
  /** What was taken last of a person's own films. */
  taken: AppState['taken'];
}

const networkOf = ({ model }: AppState): Network => {
  const { modulation = 'none' } = model?.variant ?? {};
  const hasLearned = model !== null && (model.provenance !== null || model.steps > 0);
  return { variant: JSON.stringify(model?.variant), modulation, hasLearned };
};

function sceneOf(answer: Answer, state: AppState): Told {
  const { setting, support, interventions, adaptation } = answer;
  const items = support.items.map(({ item }) => item);
  const first = [...listed(adaptation.order, items, null).subarray(0, FIRST)];
  const { genre } = support;
  return {
    setting,
    genre,
    support: support.items,
    network: networkOf(state),
    interventions,
    first,
    point: adaptation.point,
    isStranger: showsStranger(state),
    map: state.map,
    answer,
    taken: state.taken,
  };
}

const taskOf = (setting: PageSetting, genre: string | null): string => `${setting} ${genre}`;

const takenIn = ({ support }: Scene): Differences => ({
  deed: { kind: 'taken', films: support.length },
  genre: null,
  decade: null,
  fresh: 0,
  of: 0,
  way: null,
});

/** What the present answer changed against `told`; null where nothing is to be told. */
function changed(told: Told, now: Told, { catalogue }: AppState): Differences | null {
  if (!catalogue) return null;
  const { map } = now;
  const nameOf = (scenario: number) =>
    now.setting === 'scenario' ? (catalogue.scenarios[scenario]?.name ?? null) : null;
  const way =
    map && told.map === map && told.point && now.point
      ? wayOf(map, told.point, now.point, nameOf)
      : null;
  return differences(told, now, catalogue.movies, way);
}

/** One sentence on what the visitor's last change did, and a live region for those who do not see it. */
export default function Narrator() {
  const { narrator, training } = useLazyStrings();
  const { sentence, invitation } = narrator;
  const language = useLanguage();
  const settled = useApp((s) => s.settled);
  const arriving = useApp((s) => s.incoming.length > 0 || s.waiting);
  const told = useRef<Told | null>(null);
  const [last, setLast] = useState<{
    difference: Differences;
    task: string;
    held: readonly SupportItem[];
  } | null>(null);
  const held = useApp((s) => s.support[s.setting].items);
  const task = useApp((s) => taskOf(s.setting, s.support[s.setting].genre));

  useEffect(() => {
    const state = store.getState();
    if (!settled || settled.setting !== state.setting || arriving) return;
    const before = told.current;
    // Training moves the ranking many times a second: only what the visitor changed is told.
    const isTaken = before !== null && before.taken !== state.taken;
    if (
      !isTaken &&
      before?.setting === settled.setting &&
      before.isStranger === showsStranger(state)
    ) {
      const same =
        before.answer.support === settled.support &&
        before.interventions === settled.interventions &&
        before.network.variant === networkOf(state).variant;
      if (same) {
        // Another map or other parameters: what comes is measured from here.
        told.current = sceneOf(settled, state);
        return;
      }
    } else if (!isTaken) {
      told.current = sceneOf(settled, state);
      return;
    }
    const timer = setTimeout(() => {
      const now = sceneOf(settled, store.getState());
      const difference = isTaken ? takenIn(now) : changed(before, now, store.getState());
      // A genre whose films are still to come is told of once they are there.
      if (!difference) return;
      told.current = now;
      setLast({ difference, task: taskOf(now.setting, now.genre), held: now.support });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [settled, arriving]);

  // What is said is of the films that were there then: until there is more to say, it steps back.
  const isOld = last !== null && last.held !== held;
  const titleOf = (item: number) => movieLabel(store.getState(), item).title;
  const genreOf = (id: string) => store.getState().catalogue?.scenarioOfId.get(id)?.name ?? id;
  return (
    <p className="narrator-line" role="status" data-testid="narrator" data-old={isOld || undefined}>
      {/* What was said of another genre is not true of this one. */}
      {last?.task === task
        ? sentence(last.difference, {
            titleOf,
            genreOf,
            modulationOf: (kind) => training.modulations[kind].name,
            percent: (share) => percent(share, language),
          })
        : invitation}
    </p>
  );
}
