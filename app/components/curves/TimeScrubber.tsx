import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useStrings } from '../../strings';

export interface ScrubberMark {
  step: number;
  tasksSeen: number;
}

interface TimeScrubberProps {
  /** Oldest first. */
  checkpoints: readonly ScrubberMark[];
  /** Step of the checkpoint that is shown; null for the newest. */
  shown: number | null;
  onRewind: (step: number | null) => void;
  onContinue: (step: number) => void;
}

/** Rewinds every panel to a checkpoint of the run. */
export function TimeScrubber({ checkpoints, shown, onRewind, onContinue }: TimeScrubberProps) {
  const strings = useStrings().curves;
  if (checkpoints.length < 2) return <p className="scrubber-empty">{strings.scrubberEmpty}</p>;
  const newest = checkpoints.length - 1;
  const place =
    shown === null ? newest : checkpoints.findIndex((checkpoint) => checkpoint.step === shown);
  return (
    <div className="scrubber">
      <Slider
        className="figure-slider"
        minValue={0}
        maxValue={newest}
        step={1}
        value={Math.max(0, place)}
        onChange={(at) => onRewind(at === newest ? null : checkpoints[at].step)}
      >
        <Label>{strings.scrubber}</Label>
        <SliderOutput>{strings.atStep(checkpoints[Math.max(0, place)].step)}</SliderOutput>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <Button
        className="button small-button"
        isDisabled={shown === null}
        onPress={() => shown !== null && onContinue(shown)}
      >
        {strings.continueHere}
      </Button>
      <Button
        className="button small-button"
        isDisabled={shown === null}
        onPress={() => onRewind(null)}
      >
        {strings.newest}
      </Button>
    </div>
  );
}
