import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { fixed } from './numbers';

interface OverrideSliderProps {
  label: string;
  range: readonly [number, number];
  value: number;
  /** It is overridden now, so that it can be released. */
  isOverridden: boolean;
  release: string;
  onOverride: (value: number | null) => void;
}

/** A causal handle: one number of the modulation, overridden by the visitor's value until released. */
export function OverrideSlider({
  label,
  range,
  value,
  isOverridden,
  release,
  onOverride,
}: OverrideSliderProps) {
  return (
    <div className="figure-editor">
      <Slider
        className="figure-slider"
        minValue={Math.min(range[0], Math.floor(value))}
        maxValue={Math.max(range[1], Math.ceil(value))}
        step={0.01}
        value={value}
        onChange={(next) => onOverride(next)}
      >
        <Label>{label}</Label>
        <SliderOutput>{fixed(value, 2)}</SliderOutput>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <Button
        className="button small-button"
        isDisabled={!isOverridden}
        onPress={() => onOverride(null)}
      >
        {release}
      </Button>
    </div>
  );
}
