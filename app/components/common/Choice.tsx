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
import './choice.css';

export interface Option {
  id: string;
  name: string;
  /** A sentence below the name. */
  help?: string;
}

interface ChoiceProps {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (id: string) => void;
  className?: string;
  /** Where the list opens where there is room on both sides. */
  opens?: 'top start' | 'bottom start';
}

/** One of up to a few dozen, by name. */
export function Choice(props: ChoiceProps) {
  const { label, options, value, onChange, className = '', opens = 'bottom start' } = props;
  return (
    <Select
      className={`choice ${className}`}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label>{label}</Label>
      <Button className="choice-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="choice-popover" placement={opens}>
        <ListBox className="choice-list">
          {options.map(({ id, name, help }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="choice-option">
              {help ? (
                <>
                  <Text slot="label">{name}</Text>
                  <Text slot="description">{help}</Text>
                </>
              ) : (
                name
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
