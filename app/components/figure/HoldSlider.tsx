import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { fixed } from './numbers';

interface HoldSliderProps {
  label: string;
  range: readonly [number, number];
  value: number;
  /** It is held now, so that it can be let go of. */
  isHeld: boolean;
  release: string;
  onHold: (value: number | null) => void;
}

/** A causal handle: one number of the modulation, held at the visitor's value until let go. */
export function HoldSlider({ label, range, value, isHeld, release, onHold }: HoldSliderProps) {
  return (
    <div className="figure-editor">
      <Slider
        className="figure-slider"
        minValue={Math.min(range[0], Math.floor(value))}
        maxValue={Math.max(range[1], Math.ceil(value))}
        step={0.01}
        value={value}
        onChange={(next) => onHold(next)}
      >
        <Label>{label}</Label>
        <SliderOutput>{fixed(value, 2)}</SliderOutput>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <Button className="button small-button" isDisabled={!isHeld} onPress={() => onHold(null)}>
        {release}
      </Button>
    </div>
  );
}
