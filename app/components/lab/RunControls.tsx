import { Button, Input, Label, NumberField } from 'react-aria-components';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { percent } from '../common/numbers';
import { useSinglePress } from '../common/single-press';
import { bare } from '../notice/bare';
import type { FamilyJob, LabJob } from '../../protocol/lab';
import { labelOf } from '../../protocol/lab-tables/tables';
import type { RunState } from './useLabRun';

interface RunControlsProps {
  state: RunState;
  /** Name of what a job is run for, where that is not what is shown. */
  elsewhere: (job: LabJob | FamilyJob) => string | null;
  /** What a run says that nobody has started. */
  help: string;
  runAll: string;
  steps: number;
  seeds: number;
  onSteps: (steps: number) => void;
  onSeeds: (seeds: number) => void;
  onRunAll: () => void;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}

/** How long and how often to train, and the progress of the run that is under way. */
export function RunControls(props: RunControlsProps) {
  const { state, steps, seeds, onSteps, onSeeds, onRunAll, onPause, onResume, onCancel } = props;
  const strings = useLazyStrings().lab;
  const says = useStatus(props);
  const press = useSinglePress();
  const busy = state.state === 'running' || state.state === 'paused';
  return (
    <div className="lab-run">
      <NumberField
        className="lab-number"
        value={steps}
        onChange={onSteps}
        minValue={50}
        maxValue={20000}
        step={50}
        isDisabled={busy}
      >
        <Label>{strings.steps}</Label>
        <Input />
      </NumberField>
      <NumberField
        className="lab-number"
        value={seeds}
        onChange={onSeeds}
        minValue={1}
        maxValue={10}
        isDisabled={busy}
      >
        <Label>{strings.seedsLabel}</Label>
        <Input />
      </NumberField>
      {busy ? (
        <>
          <Button
            className="button"
            onPress={press(state.state === 'running' ? onPause : onResume)}
          >
            {state.state === 'running' ? strings.pause : strings.resume}
          </Button>
          <Button className="button" onPress={press(onCancel)}>
            {strings.cancel}
          </Button>
        </>
      ) : (
        <Button className="button" onPress={press(onRunAll)}>
          {props.runAll}
        </Button>
      )}
      <p className="lab-status" role="status">
        {says}
      </p>
      {busy && <progress max={1} value={state.done} aria-label={says} />}
    </div>
  );
}

/** One sentence: what runs and how far it is, or why nothing does. */
function useStatus({ state, elsewhere, help }: RunControlsProps): string {
  const { lab: strings, tastes } = useLazyStrings();
  const language = useLanguage();
  const nameOf = ({ protocol, system }: LabJob | FamilyJob): string => {
    if (!protocol) return tastes.families.systems[system] ?? system;
    const label = labelOf(system);
    return strings.systems[label] ?? label;
  };
  switch (state.state) {
    case 'idle':
      return help;
    case 'cancelled':
      return strings.cancelled;
    case 'failed':
      return strings.failed(bare(state.detail));
    default: {
      const { job, phase, done, waiting } = state;
      const share = percent(done, language);
      const now =
        phase === 'starting'
          ? strings.starting
          : phase === 'measuring'
            ? strings.evaluating(nameOf(job), job.seed, share)
            : strings.progress(nameOf(job), job.seed, Math.round(done * job.steps), job.steps);
      const place = elsewhere(job);
      const told = place ? `${now} (${place})` : now;
      const queued = waiting > 0 ? `${told} · ${strings.queued(waiting)}` : told;
      if (state.state === 'running') return queued;
      // A measurement cannot be halted in the middle: it ends, and the next run waits.
      return phase === 'measuring' ? strings.pausing(told) : strings.paused(queued);
    }
  }
}
