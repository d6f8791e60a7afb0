import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import './pickers.css';

type Words = Record<string, { name: string; help: string }>;

function Picker({
  label,
  words,
  value,
  onChange,
}: {
  label: string;
  words: Words;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Select
      className="variant-picker"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label>{label}</Label>
      <Button className="genre-button variant-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="genre-popover" placement="top start">
        <ListBox className="genre-list">
          {Object.entries(words).map(([id, { name, help }]) => (
            <ListBoxItem key={id} id={id} textValue={name} className="variant-option">
              <Text slot="label">{name}</Text>
              <Text slot="description">{help}</Text>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Which encoder, hybrid and modulation; any combination works, shipped or untrained. */
export function VariantPickers() {
  const t = useStrings().training;
  const setting = useApp((s) => s.setting);
  const variant = useApp((s) => s.variants[s.setting]);
  const choose = useApp((s) => s.chooseVariant);
  // Label-weighted pooling is an encoder of star residuals: the genre setting has none.
  const { weighted, ...likes } = t.encoders;
  const encoders: Words = setting === 'genre' ? likes : { ...likes, weighted };
  return (
    <div className="variant-pickers" role="group" aria-label={t.variant}>
      <Picker
        label={t.encoder}
        words={encoders}
        value={variant.encoder}
        onChange={(encoder) => choose({ encoder: encoder as keyof typeof t.encoders })}
      />
      <Picker
        label={t.hybrid}
        words={t.hybrids}
        value={variant.hybrid}
        onChange={(hybrid) => choose({ hybrid: hybrid as keyof typeof t.hybrids })}
      />
      <Picker
        label={t.modulation}
        words={t.modulations}
        value={variant.modulation}
        onChange={(modulation) => choose({ modulation: modulation as keyof typeof t.modulations })}
      />
    </div>
  );
}
