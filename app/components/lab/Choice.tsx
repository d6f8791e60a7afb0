import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import '../pickers/pickers.css';

/** One of a few dozen, by name. */
export function Choice({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <Select
      className="variant-picker lab-choice"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label>{label}</Label>
      <Button className="genre-button variant-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="genre-popover" placement="bottom start">
        <ListBox className="genre-list">
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="variant-option">
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
