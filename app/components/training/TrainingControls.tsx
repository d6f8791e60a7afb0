import { Dices, Footprints, Pause, Play, RotateCcw, Snail, StepForward } from 'lucide-react';
import { Button, ToggleButton } from 'react-aria-components';
import type { TrainingMode } from '../../protocol/trainer';
import { useApp } from '../../store';
import { engine } from '../../engine';
import { useLazyStrings } from '../../strings/lazy';
import { freshSeed } from '../common/fresh-seed';
import '../common/button.css';

/** Seeds that a person can read and type. */
const SEEDS = 10_000;

const train = (mode: TrainingMode) => void engine.training().then((t) => t.train(mode));

/** Play, slow, step, phase; restart with the same seed, and with another. */
export function TrainingControls() {
  const t = useLazyStrings().training;
  const mode = useApp((s) => s.mode);
  const seed = useApp((s) => s.seed);
  const starting = useApp((s) => s.status.trainer === 'starting');
  const ready = useApp((s) => s.model !== null);
  const runs = mode === 'play' || mode === 'slow';
  return (
    <div className="training-controls" role="group" aria-label={t.title}>
      <Button
        className="button primary training-play"
        isDisabled={!ready}
        onPress={() => train(runs ? 'pause' : 'play')}
        data-mode={mode}
      >
        {runs ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        {runs ? t.pause : t.play}
      </Button>
      <ToggleButton
        className="button"
        isSelected={mode === 'slow'}
        isDisabled={!ready}
        onChange={(slow) => train(slow ? 'slow' : 'pause')}
      >
        <Snail size={14} aria-hidden /> {t.slow}
      </ToggleButton>
      <Button className="button" isDisabled={!ready} onPress={() => train('step')}>
        <StepForward size={14} aria-hidden /> {t.step}
      </Button>
      <Button
        className="button"
        isDisabled={!ready}
        onPress={() => train('phase')}
        aria-label={t.phaseHelp}
      >
        <Footprints size={14} aria-hidden /> {t.phase}
      </Button>
      <span className="training-gap" />
      <Button
        className="button"
        isDisabled={!ready}
        onPress={() => void engine.training().then((run) => run.restart())}
      >
        <RotateCcw size={14} aria-hidden /> {t.restart}
      </Button>
      <Button
        className="button"
        isDisabled={!ready}
        onPress={() => void engine.training().then((run) => run.newSeed(freshSeed() % SEEDS))}
      >
        <Dices size={14} aria-hidden /> {t.newSeed}
      </Button>
      <span className="training-seed num" data-seed={seed}>
        {t.seed(seed)}
      </span>
      {starting && (
        <span className="training-wait" role="status">
          {t.starting}
        </span>
      )}
    </div>
  );
}
