import { useLazyStrings } from '../../strings/lazy';
import { Segmented } from '../common/Segmented';

const SIZES = ['8', '20', '32'] as const;
export type Size = (typeof SIZES)[number];

/** How many likes a sampled support set holds. */
export function SizePicker({ value, onChange }: { value: Size; onChange: (size: Size) => void }) {
  const t = useLazyStrings().lab.figures;
  return (
    <Segmented
      look="words"
      label={t.sizes}
      segments={SIZES.map((id) => ({ id, label: t.size(id) }))}
      value={value}
      onChange={onChange}
    />
  );
}
