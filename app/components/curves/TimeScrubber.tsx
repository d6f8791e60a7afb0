import { Pause, Play } from 'lucide-react';
import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useLazyStrings } from '../../strings/lazy';
import { usePlayback } from './usePlayback';

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

/** Rewinds every panel to a checkpoint of the run, or plays the run again from its beginning. */
export function TimeScrubber(props: TimeScrubberProps) {
  const strings = useLazyStrings().curves;
  if (props.checkpoints.length < 2) {
    return <p className="scrubber-empty">{strings.scrubberEmpty}</p>;
  }
  return <Scrubber {...props} />;
}

function Scrubber({ checkpoints, shown, onRewind, onContinue }: TimeScrubberProps) {
  const strings = useLazyStrings().curves;
  const newest = checkpoints.length - 1;
  const place =
    shown === null ? newest : checkpoints.findIndex((checkpoint) => checkpoint.step === shown);
  const show = (at: number) => onRewind(at === newest ? null : checkpoints[at].step);
  const playback = usePlayback(checkpoints.length, Math.max(0, place), show);
  const leave = (act: () => void) => () => {
    playback.stop();
    act();
  };
  return (
    <div className="scrubber" data-plays={playback.plays || undefined}>
      <Button className="button small-button" onPress={playback.toggle}>
        {playback.plays ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
        {playback.plays ? strings.stopHistory : strings.playHistory}
      </Button>
      <Slider
        className="figure-slider"
        minValue={0}
        maxValue={newest}
        step={1}
        value={Math.max(0, place)}
        onChange={(at) => leave(() => show(at))()}
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
        onPress={leave(() => shown !== null && onContinue(shown))}
      >
        {strings.continueHere}
      </Button>
      <Button
        className="button small-button"
        isDisabled={shown === null}
        onPress={leave(() => onRewind(null))}
      >
        {strings.newest}
      </Button>
    </div>
  );
}
