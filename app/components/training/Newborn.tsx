import { Sprout, Play, Square } from 'lucide-react';
import { useId } from 'react';
import { Button, Switch } from 'react-aria-components';
import { engine } from '../../engine';
import type { NewbornCommands } from '../../engine/newborn';
import { store, useApp } from '../../store';
import { STOPPING } from '../../store/stopping';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { useSinglePress } from '../common/single-press';
import { useSeen } from '../common/visibility';
import { NewbornLists } from './NewbornLists';
import './newborn.css';

const command = (what: keyof NewbornCommands) => async () => {
  try {
    const training = await engine.training();
    await (await training.newborn())[what]();
  } catch (error) {
    store.getState().failTraining(error);
  }
};

/** One button makes an untrained network and trains it until it no longer gets better, in sight. */
export function Newborn() {
  const t = useLazyStrings().newborn;
  const language = useLanguage();
  const id = useId();
  const stopsItself = useApp((s) => s.stopsItself);
  const setStopsItself = useApp((s) => s.setStopsItself);
  return (
    <section className="newborn" aria-labelledby={id}>
      <h3 id={id}>{t.title}</h3>
      <p>{t.about}</p>
      <div className="newborn-controls">
        <MainButton />
        <Switch className="training-switch" isSelected={stopsItself} onChange={setStopsItself}>
          <span className="training-switch-track" aria-hidden />
          {t.stopsItself}
          <span className="training-switch-help">
            {t.rule(STOPPING.patience, integer(STOPPING.leastSteps, language))}
          </span>
        </Switch>
      </div>
      <p className="newborn-state" role="status">
        <NewbornState />
      </p>
      <Overridden />
      <NewbornLists />
      <p className="newborn-map">{t.map}</p>
    </section>
  );
}

/** Its lists are its own: what the visitor overrides is only in the ranking, which must be said here. */
function Overridden() {
  const t = useLazyStrings().newborn;
  const on = useApp((s) => s.interventions !== null);
  const intervene = useApp((s) => s.intervene);
  if (!on) return null;
  return (
    <p className="newborn-overridden" role="status">
      {t.overridden}{' '}
      <Button className="button small-button" onPress={() => intervene(null)}>
        {t.letGo}
      </Button>
    </p>
  );
}

/** What can be done with it now: one button in one place. */
function MainButton() {
  const t = useLazyStrings().newborn;
  const state = useApp((s) => s.newborn?.state);
  const ready = useApp((s) => s.model !== null);
  const press = useSinglePress();
  if (state === 'starting' || state === 'running') {
    return (
      <Button
        className="button newborn-main"
        isDisabled={state === 'starting'}
        onPress={press(command('stop'))}
      >
        <Square size={13} aria-hidden /> {t.stop}
      </Button>
    );
  }
  if (state === 'paused') {
    return (
      <Button className="button primary newborn-main" onPress={press(command('goOn'))}>
        <Play size={14} aria-hidden /> {t.goOn}
      </Button>
    );
  }
  return (
    <Button
      className="button primary newborn-main"
      isDisabled={!ready}
      onPress={press(command('start'))}
    >
      <Sprout size={14} aria-hidden /> {state ? t.again : t.start}
    </Button>
  );
}

/** In one sentence what it does, or how it ended. */
function NewbornState() {
  const t = useLazyStrings().newborn.states;
  const language = useLanguage();
  const state = useSeen((s) => s.newborn?.state ?? 'none');
  const steps = useSeen((s) => s.newborn?.now?.steps ?? 0);
  const sentence = state === 'none' ? '' : t[state];
  return (
    <span data-newborn={state}>
      {typeof sentence === 'string' ? sentence : sentence(integer(steps, language))}
    </span>
  );
}
