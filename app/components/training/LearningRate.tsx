import { useLayoutEffect, useRef } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useApp } from '../../store';
import { engine } from '../../engine';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { rate } from '../common/numbers';

/** Powers of ten that the slider spans, and its steps. */
const LOWEST = -5;
const HIGHEST = -1.5;
const STEP = 0.05;

/** The learning rate on a logarithmic slider; live, and marked on the curves. */
export function LearningRate() {
  const t = useLazyStrings().training;
  const language = useLanguage();
  const value = useApp((s) => s.hyperparameters.learningRate);
  // The slider knows powers of ten; who hears it hears the rate.
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.setAttribute('aria-valuetext', rate(value, language));
  });
  const change = (power: number) =>
    void engine.training().then((run) => run.setLearningRate(Number((10 ** power).toPrecision(2))));
  return (
    <Slider
      className="learning-rate"
      value={Math.log10(value)}
      minValue={LOWEST}
      maxValue={HIGHEST}
      step={STEP}
      onChange={change}
    >
      <Label>{t.learningRate}</Label>
      <SliderOutput className="num">{rate(value, language)}</SliderOutput>
      <SliderTrack className="rate-track">
        {({ state }) => (
          <>
            <span className="rate-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="rate-thumb" inputRef={input} />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
