import { Button, Input, Label, NumberField } from 'react-aria-components';
import { useStrings } from '../../strings';
import type { RunState } from './useLabRun';

interface RunControlsProps {
  state: RunState;
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
  const strings = useStrings().lab;
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
          {state.state === 'running' ? (
            <Button onPress={onPause}>{strings.pause}</Button>
          ) : (
            <Button onPress={onResume}>{strings.resume}</Button>
          )}
          <Button onPress={onCancel}>{strings.cancel}</Button>
        </>
      ) : (
        <Button onPress={onRunAll}>{strings.runAll}</Button>
      )}
      <p className="lab-status" role="status">
        <RunStatus state={state} />
      </p>
      {busy && (
        <progress
          max={state.job.steps}
          value={state.step}
          aria-label={strings.progress(
            state.job.system,
            state.job.seed,
            state.step,
            state.job.steps,
          )}
        />
      )}
    </div>
  );
}

function RunStatus({ state }: { state: RunState }) {
  const strings = useStrings().lab;
  switch (state.state) {
    case 'idle':
      return strings.stepsHelp;
    case 'cancelled':
      return strings.cancelled;
    case 'failed':
      return strings.failed(state.detail);
    default: {
      const { job, step, measuring, waiting } = state;
      const now = measuring
        ? strings.evaluating(job.system, job.seed)
        : strings.progress(job.system, job.seed, step, job.steps);
      return waiting > 0 ? `${now} · ${strings.queued(waiting)}` : now;
    }
  }
}
