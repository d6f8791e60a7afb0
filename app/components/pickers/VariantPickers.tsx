import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { Choice, type Option } from '../common/Choice';

type Words = Record<string, { name: string; help: string }>;

const optionsOf = (words: Words): Option[] =>
  Object.entries(words).map(([id, words]) => ({ id, ...words }));

/** Which encoder, hybrid and modulation; any combination works, shipped or untrained. */
export function VariantPickers() {
  const t = useLazyStrings().training;
  const setting = useApp((s) => s.setting);
  const variant = useApp((s) => s.variants[s.setting]);
  const choose = useApp((s) => s.chooseVariant);
  // Label-weighted pooling is an encoder of star residuals: the scenario setting has none.
  const { weighted, ...likes } = t.encoders;
  const encoders: Words = setting === 'scenario' ? likes : { ...likes, weighted };
  const { attention, ...plain } = t.hybrids;
  const hybrids: Words = setting === 'scenario' ? { ...plain, attention } : plain;
  return (
    <div className="variant-pickers" role="group" aria-label={t.variant}>
      <Choice
        label={t.encoder}
        options={optionsOf(encoders)}
        opens="top start"
        value={variant.encoder}
        onChange={(encoder) => choose({ encoder: encoder as keyof typeof t.encoders })}
      />
      <Choice
        label={t.hybrid}
        options={optionsOf(hybrids)}
        opens="top start"
        value={variant.hybrid}
        onChange={(hybrid) => choose({ hybrid: hybrid as keyof typeof t.hybrids })}
      />
      <Choice
        label={t.modulation}
        options={optionsOf(t.modulations)}
        opens="top start"
        value={variant.modulation}
        onChange={(modulation) => choose({ modulation: modulation as keyof typeof t.modulations })}
      />
      <Choice
        label={t.preset}
        options={optionsOf(t.presets)}
        opens="top start"
        value={variant.preset ?? 'small'}
        onChange={(preset) => choose({ preset: preset === 'paper' ? preset : undefined })}
      />
    </div>
  );
}
